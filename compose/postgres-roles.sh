#!/bin/sh
# Run once, when PostgreSQL makes its data: a database a service, with three roles each (docs/operations.md, Stores), whose
# passwords are secrets.
set -eu
for name in analytics auth; do
  for role in owner:NOBYPASSRLS app:NOBYPASSRLS system:BYPASSRLS; do
    user=${name}_${role%:*}
    psql -v ON_ERROR_STOP=1 -q -U postgres -v password="$(cat "/run/secrets/$user")" <<SQL
CREATE ROLE $user LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE ${role#*:} PASSWORD :'password';
SQL
  done
  psql -v ON_ERROR_STOP=1 -q -U postgres <<SQL
CREATE DATABASE $name OWNER ${name}_owner;
REVOKE ALL ON DATABASE $name FROM PUBLIC;
GRANT CONNECT ON DATABASE $name TO ${name}_app, ${name}_system;
SQL
done
psql -v ON_ERROR_STOP=1 -q -U postgres -c 'REVOKE ALL ON DATABASE postgres FROM PUBLIC'
