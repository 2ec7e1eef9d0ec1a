package org.openstall.pages;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Teaches Spring MVC our arguments, our views, and to let browsers keep what has a version in its address. */
@Configuration
class PagesConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<VisitorArguments> arguments;
    private final ObjectProvider<ActRecorder> recorder;

    PagesConfiguration(
            ObjectProvider<Pages> pages,
            ObjectProvider<VisitorArguments> arguments,
            ObjectProvider<ActRecorder> recorder) {
        this.pages = pages;
        this.arguments = arguments;
        this.recorder = recorder;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(recorder.getObject()).addPathPatterns(ActRecorder.PATHS);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments.getObject());
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(pages.getObject());
    }

    @Bean
    WebMvcRegistrations ourRoutes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Routes();
            }
        };
    }

    /** Nothing waits in the session between two pages (see {@link Flash}), so nobody looks for it there. */
    @Bean
    FlashMapManager flashMapManager() {
        return new NoFlashMaps();
    }

    /** Who asks before he sends gets his answer first: {@link UploadLimits} may have one. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> answerBeforeReading() {
        return server -> server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming("onRead");
            }
        });
    }

    /** The server knows one limit for each servlet, so where more may be sent, there is a servlet for that. */
    @Bean
    ServletContextInitializer largerUploads(
            List<UploadLimit> limits, MultipartConfigElement usual, WebApplicationContext context) {
        return server -> limits.forEach(it -> {
            DispatcherServlet servlet = new DispatcherServlet(context);
            servlet.setPublishEvents(false);
            ServletRegistration.Dynamic registration = server.addServlet("uploads to " + it.path(), servlet);
            registration.setMultipartConfig(new MultipartConfigElement(
                    usual.getLocation(), it.bytes(), it.bytes() + UploadLimits.FORM, usual.getFileSizeThreshold()));
            registration.addMapping(it.path());
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private static final class NoFlashMaps implements FlashMapManager {
        @Override
        public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
            return null;
        }

        @Override
        public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
            throw new UnsupportedOperationException("Redirect.saying shows a text on the next page");
        }
    }
}
