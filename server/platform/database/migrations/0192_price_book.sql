-- The price book: what the provider sells, and for how much in each currency.
create table fettle.products (
  id uuid primary key,
  code text not null,
  name text not null,
  -- What clients read of it.
  description text not null default '',
  kind text not null check (kind in ('goods', 'licence', 'service', 'labour')),
  billed text not null check (billed in ('once', 'monthly')),
  unit text not null default '',
  -- Null: as the client pays.
  tax_rate_id uuid references fettle.tax_rates (id),
  supplier text not null default '',
  -- Retired where it is sold no more; what names it goes on doing so.
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index products_code on fettle.products (lower(code));
create index products_tax on fettle.products (tax_rate_id) where tax_rate_id is not null;
call private.protect('products', 'global', 'select, insert, update');

create table fettle.product_prices (
  product_id uuid not null references fettle.products (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price numeric(16, 4) not null check (price between 0 and 10000000),
  -- What one costs the provider; null where nobody has said.
  cost numeric(16, 4) check (cost between 0 and 10000000),
  primary key (product_id, currency)
);
call private.protect('product_prices', 'global');
