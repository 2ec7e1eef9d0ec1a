package org.openstall.identity;

import java.util.UUID;

/**
 * Somebody has set a new password by a link.
 *
 * @param language the user's own, or else the one he did it in, as a tag such as {@code zh-TW}
 */
public record PasswordRenewed(UUID id, String email, String language) {}
