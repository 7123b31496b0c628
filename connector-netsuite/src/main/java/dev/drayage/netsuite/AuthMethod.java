package dev.drayage.netsuite;

/** How calls to the account are authorised. */
public enum AuthMethod {
    /** OAuth 2.0 client credentials: a signed assertion buys a token. */
    OAUTH2,
    /** Token-based authentication (OAuth 1.0a); a legacy choice that NetSuite ends in 2028. */
    TBA
}
