-- A client's identity provider may speak SAML 2.0: where it signs people on, by which certificates it signs (PEM), and what its last
-- answer was, for whoever sets it up. Its issuer is its entity id, empty until it is known: the provider is told of Fettle first.
alter table fettle.client_identity_providers
  add column kind text not null default 'oidc' check (kind in ('oidc', 'saml')),
  add column sign_on_url text,
  add column certificates text[] not null default '{}',
  add column last_answer jsonb,
  alter column oidc_client_id drop not null,
  add constraint client_identity_providers_kind check (
    case kind
      when 'oidc' then oidc_client_id is not null and sign_on_url is null and certificates = '{}'
      else oidc_client_id is null and (not active or (issuer <> '' and sign_on_url is not null and certificates <> '{}'))
    end
  );
