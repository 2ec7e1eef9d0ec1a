package org.openstall.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Answers with the {@link View} that a controller returned: its template rendered, or a redirect. */
@Component
class Pages implements HandlerMethodReturnValueHandler {
    private static final String MODULES = "org.openstall.";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "org.openstall.jte");
    private final Visitors visitors;
    private final Marketplaces marketplaces;
    private final Texts texts;
    private final Assets assets;
    private final Clock clock;

    Pages(Visitors visitors, Marketplaces marketplaces, Texts texts, Assets assets, Clock clock) {
        this.visitors = visitors;
        this.marketplaces = marketplaces;
        this.texts = texts;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return View.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (!(value instanceof View view) || request == null || response == null) {
            throw new IllegalStateException("No view from " + returnType.getMethod());
        }
        container.setRequestHandled(true);
        if (view instanceof Redirect redirect) {
            redirect(redirect, request, response);
        } else {
            render(view, request, response);
        }
    }

    private void redirect(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        Flash flash = redirect.flash();
        if (flash != null) {
            Cookies.write(request, response, Cookies.FLASH, flash.encoded(), Cookies.A_MINUTE);
        }
        // htmx would follow a redirect and put the whole page where a part of it belongs.
        if (visitors.of(request).wantsFragment()) {
            response.setHeader("HX-Redirect", redirect.path());
        } else {
            response.setStatus(redirect.status());
            response.setHeader(HttpHeaders.LOCATION, redirect.path());
        }
    }

    private void render(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageBytes page = new PageBytes();
        Frame frame = frame(view, request, response);
        templates.render(templateOf(view), Map.of("frame", frame, "page", view), page);
        response.setStatus(view.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag());
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        response.setContentLength(page.length());
        page.writeTo(response.getOutputStream());
    }

    private Frame frame(View view, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = visitors.of(request);
        Flash flash = null;
        String waiting = Cookies.read(request, Cookies.FLASH);
        if (waiting != null && !waiting.isEmpty() && !visitor.wantsFragment()) {
            flash = Flash.decoded(waiting).filter(it -> texts.has(it.key())).orElse(null);
            Cookies.clear(request, response, Cookies.FLASH);
        }
        Marketplace place = Objects.requireNonNullElse(view.place(), visitor.marketplace());
        return new Frame(request, visitor, place.zone(), marketplaces.all(), texts, assets, clock, flash);
    }

    /** {@code storefront/ProductPage.jte} for {@code org.openstall.storefront.ProductPage}. */
    static String templateOf(View view) {
        Class<?> type = view.getClass();
        String module = type.getPackageName().substring(MODULES.length());
        return module.replace('.', '/') + '/' + type.getSimpleName() + ".jte";
    }
}
