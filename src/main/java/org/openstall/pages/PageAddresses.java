package org.openstall.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells addresses where there is something to look at from those where forms are sent and no more. */
@Component
class PageAddresses {
    private final Map<PathPattern, Boolean> shown = new HashMap<>();

    PageAddresses(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        routes.getHandlerMethods().keySet().forEach(route -> {
            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
            boolean shows = methods.isEmpty() || methods.contains(RequestMethod.GET);
            route.getPatternValues()
                    .forEach(it -> shown.merge(PathPatternParser.defaultInstance.parse(it), shows, Boolean::logicalOr));
        });
    }

    /** Whether a path, maybe with a query, takes forms and shows nothing to whoever just goes there. */
    boolean isForFormsAlone(String path) {
        PathContainer parsed = PathContainer.parsePath(path.split("[?#;]", 2)[0]);
        return shown.entrySet().stream()
                .filter(it -> it.getKey().matches(parsed))
                .min(Map.Entry.comparingByKey())
                .map(it -> !it.getValue())
                .orElse(false);
    }
}
