package org.openstall.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Browsers count a line break in a form as one sign and send it as two; from here on it is one. */
@Component
class LineBreaks extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        next.doFilter(new OneSign(request), response);
    }

    private static final class OneSign extends HttpServletRequestWrapper {
        OneSign(HttpServletRequest request) {
            super(request);
        }

        private static String read(String sent) {
            return sent.replace("\r\n", "\n");
        }

        private static String[] read(String[] sent) {
            return Arrays.stream(sent).map(OneSign::read).toArray(String[]::new);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String sent = super.getParameter(name);
            return sent == null ? null : read(sent);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] sent = super.getParameterValues(name);
            return sent == null ? null : read(sent);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> read = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, sent) -> read.put(name, read(sent)));
            return read;
        }
    }
}
