package org.openstall.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may open what. A signed-in user without the role is told that there is no such page. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain access(HttpSecurity http, SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
        return http.authorizeHttpRequests(it -> it.requestMatchers("/seller/**")
                        .hasAuthority(SignedInToken.SELLER)
                        .requestMatchers("/operator/**")
                        .hasAuthority(SignedInToken.OPERATOR)
                        .requestMatchers("/account/**", "/orders/**", "/checkout/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .securityContext(it -> it.securityContextRepository(contexts))
                // Programs bring a key of their own with each request, and no cookie counts there.
                .csrf(it -> it.csrfTokenRepository(csrfTokens).ignoringRequestMatchers("/carriers/**"))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("session", "cart"))
                .exceptionHandling(it -> it.authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                        .accessDeniedHandler(SecurityConfiguration::deny))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    /** Leads back to the page afterwards. What was posted is lost, as the page that asks to sign in tells. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        boolean lost = !HttpMethod.GET.matches(request.getMethod());
        String part = request.getHeader("HX-Current-URL");
        if (part != null) {
            response.setHeader("HX-Redirect", signIn(lost, path(part)));
        } else if (lost) {
            response.sendRedirect(signIn(lost, path(request.getHeader(HttpHeaders.REFERER))));
        } else {
            response.sendRedirect(signIn(lost, path(request.getRequestURI(), request.getQueryString())));
        }
    }

    /** Without the host, so that it is a path of this site whatever the browser says. */
    private static @Nullable String path(@Nullable String address) {
        try {
            URI page = new URI(Objects.requireNonNullElse(address, ""));
            return path(page.getRawPath(), page.getRawQuery());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable String path(@Nullable String path, @Nullable String query) {
        return query == null ? path : path + '?' + query;
    }

    private static String signIn(boolean lost, @Nullable String next) {
        String page = lost ? "/sign-in?unsaved=true" : "/sign-in";
        return next == null || next.isEmpty()
                ? page
                : page + (lost ? '&' : '?') + "next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        response.sendError(
                exception instanceof CsrfException
                        ? HttpServletResponse.SC_FORBIDDEN
                        : HttpServletResponse.SC_NOT_FOUND);
    }

    /** No text may hold a character that the database cannot: such a request is refused as a whole. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(it -> it.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new SignedInContexts();
    }

    /** Kept in a cookie, because visitors who only browse have no session. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(it -> it.sameSite("Lax"));
        return tokens;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Keeps Spring Boot from making up a user: people sign in through {@link SignIns} alone. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in at /sign-in");
        };
    }
}
