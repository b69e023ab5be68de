package dev.universalapi.auth.credential;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.auth.request.Page;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's organisation's own credentials, one a provider. A value is told once, by who brings it.
@RestController
@RequestMapping("/api/credentials")
final class CredentialController {
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST = 80;

    private final CredentialAdministration administration;

    CredentialController(CredentialAdministration administration) {
        this.administration = administration;
    }

    /// All of them; there are never many.
    @GetMapping
    @Needs("credentials:read")
    Page<Credential> list(Caller caller) {
        return new Page<>(administration.list(caller), new Page.Meta(null));
    }

    @GetMapping("/{provider}")
    @Needs("credentials:read")
    ResponseEntity<Credential> get(Caller caller, @PathVariable String provider) {
        return answer(HttpStatus.OK, administration.get(caller, known(provider)));
    }

    @PutMapping("/{provider}")
    @Needs("credentials:write")
    ResponseEntity<Credential> put(
            Caller caller,
            @PathVariable String provider,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PutCredential wanted) {
        if (caller.environment() == Caller.Environment.TEST) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "A test key reaches no provider, so it cannot try a credential out.");
        }
        var put = administration.put(caller, known(provider), ifMatch, wanted);
        return answer(put.isNew() ? HttpStatus.CREATED : HttpStatus.OK, put.credential());
    }

    @DeleteMapping("/{provider}")
    @Needs("credentials:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable String provider,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        administration.remove(caller, known(provider), ifMatch);
    }

    private static String known(String provider) {
        if (provider.length() > LONGEST || !PROVIDER.matcher(provider).matches()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no provider of this id.");
        }
        return provider;
    }

    private static ResponseEntity<Credential> answer(HttpStatus status, Credential credential) {
        return ResponseEntity.status(status).eTag(Tag.of(credential.version())).body(credential);
    }
}
