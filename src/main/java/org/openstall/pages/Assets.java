package org.openstall.pages;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of style sheets and scripts that change whenever the file does, so that browsers keep them for good. */
@Component
class Assets {
    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** Address of a file under {@code static/}. */
    String url(String file) {
        return known.computeIfAbsent(file, it -> {
            String url = urls.getForLookupPath("/assets/" + it);
            if (url == null) {
                throw new IllegalArgumentException("No file static/" + it);
            }
            return url;
        });
    }
}
