package org.openstall.notifications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A listener told after the commit, and again until it comes to its end, as {@code @ApplicationModuleListener} is; but
 * without a transaction around it, because each mail is a row in its receiver's home and they are written one by one. A
 * mail that is there already stays as it is, so being told twice does no harm.
 */
@Async
@TransactionalEventListener(condition = "!T(org.openstall.notifications.Silence).isKept()")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MailListener {}
