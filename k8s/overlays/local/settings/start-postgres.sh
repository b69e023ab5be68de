# Makes the cluster where there is none: a database for each service, three roles for each database. Then becomes the server.
set -eu
export PATH="$PATH:/usr/lib/postgresql/18/bin:/usr/local/pgsql/bin" # where some images have the programs
sql() { psql --quiet --set ON_ERROR_STOP=1 --host /tmp --username postgres --dbname postgres; }
role() { # name, what it may
  sql <<SQL
\\set password \`cat /run/secrets/universal/database/$1\`
CREATE ROLE $1 LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE $2 PASSWORD :'password';
SQL
}
if [ ! -s "$PGDATA/made" ]; then
  rm -rf "$PGDATA"
  initdb --username=postgres --auth-local=trust --auth-host=scram-sha-256 --data-checksums --encoding=UTF8 --no-instructions
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl --wait --silent --log=/tmp/first.log --options="-c listen_addresses= -c unix_socket_directories=/tmp" start
  for name in analytics auth; do
    role "${name}_owner" NOBYPASSRLS
    role "${name}_app" NOBYPASSRLS
    role "${name}_system" BYPASSRLS
    sql <<SQL
CREATE DATABASE $name OWNER ${name}_owner;
REVOKE ALL ON DATABASE $name FROM PUBLIC;
GRANT CONNECT ON DATABASE $name TO ${name}_app, ${name}_system;
SQL
  done
  pg_ctl --wait --silent stop
  date >"$PGDATA/made"
fi
exec postgres -c listen_addresses='*' -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=512MB -c jit=off
