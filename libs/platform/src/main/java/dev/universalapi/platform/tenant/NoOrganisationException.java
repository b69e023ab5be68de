package dev.universalapi.platform.tenant;

/// Somebody asked the database for an organisation's rows without saying which organisation: a mistake of ours, never
/// of a caller.
public final class NoOrganisationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoOrganisationException() {
        super("no organisation: the app's database is asked inside TenantTransactions.within(organisation, …) alone");
    }
}
