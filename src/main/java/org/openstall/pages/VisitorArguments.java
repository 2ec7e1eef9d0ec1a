package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the visitor, the user, the seller whose desk is open, and the owner of the cart. */
@Component
class VisitorArguments implements HandlerMethodArgumentResolver {
    private static final Set<Class<?>> TYPES = Set.of(Visitor.class, SignedIn.class, SellerId.class, BuyerId.class);

    private final Visitors visitors;

    VisitorArguments(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType()) && parameter.getParameterAnnotations().length == 0;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) {
            throw new IllegalStateException("Not an HTTP request");
        }
        Visitor visitor = visitors.of(request);
        Class<?> type = parameter.getParameterType();
        if (type == Visitor.class) {
            return visitor;
        }
        if (type == BuyerId.class) {
            return visitors.buyer(request, response);
        }
        SignedIn user = visitor.user();
        if (user == null) {
            throw new NotYours("Nobody is signed in");
        }
        if (type == SignedIn.class) {
            return user;
        }
        SellerId seller = user.seller();
        if (seller == null) {
            throw new NotYours(user.user() + " belongs to no seller");
        }
        return seller;
    }
}
