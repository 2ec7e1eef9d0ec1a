package org.openstall.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** {@link SignedIn} in the form that Spring Security keeps in the session. */
class SignedInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    static final String SELLER = "SELLER";
    static final String OPERATOR = "OPERATOR";

    private final SignedIn signedIn;

    SignedInToken(SignedIn signedIn) {
        super(authorities(signedIn));
        this.signedIn = signedIn;
        super.setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(SignedIn signedIn) {
        return Stream.<GrantedAuthority>concat(
                        signedIn.seller() == null ? Stream.of() : Stream.of(new SimpleGrantedAuthority(SELLER)),
                        signedIn.operator() ? Stream.of(new SimpleGrantedAuthority(OPERATOR)) : Stream.of())
                .toList();
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    /** What sessions are found by. */
    @Override
    public String getName() {
        return signedIn.user().toString();
    }
}
