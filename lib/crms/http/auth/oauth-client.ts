/** A client without a secret, as the CRM's administrator registered it. Both addresses are https, or http on this machine. */
export interface OAuthClient {
  /** Where the person says yes; may have a query of its own. */
  authorizeUrl: string;
  /** Where codes become tokens; no query. Its origin is one of `origins`. */
  tokenUrl: string;
  clientId: string;
  /** Where tokens are made worthless (RFC 7009), where the CRM names such a place; no query. Its origin is one of `origins`. */
  revokeUrl?: string;
  /** What is asked for, as this CRM spells it. */
  scope?: string;
}
