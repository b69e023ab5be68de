# Starts PostgreSQL on a folder of ours: makes the cluster at the first start, sees that databases and roles are as
# wanted while nobody else is connected, and becomes the server.
# $1 what to run it by, where the user is root; $2 its programs; $3 the folder; $4 the file with its superuser's
# password; the rest are settings of the server.
set -eu
umask 077
run=$1 programs=$2 folder=$3 secret=$4
shift 4
cluster=$folder/cluster

if [ ! -f "$cluster/PG_VERSION" ]; then
  rm -rf "$cluster.new"
  $run "$programs/initdb" --pgdata="$cluster.new" --username=postgres --pwfile="$secret" --auth=scram-sha-256 \
    --encoding=UTF8 --locale-provider=builtin --locale=C.UTF-8
  mv "$cluster.new" "$cluster"
fi

# A crash leaves its number behind. After a restart of the machine another program may have it, and PostgreSQL would
# not start because of that one.
program() {
  if [ -d /proc/self ]; then readlink "/proc/$1/exe"; else ps -o comm= -p "$1"; fi
}
if [ -f "$cluster/postmaster.pid" ]; then
  read -r other <"$cluster/postmaster.pid"
  if kill -0 "$other" 2>/dev/null && ! program "$other" | grep -q postgres; then
    rm -f "$cluster/postmaster.pid"
  fi
fi

single() { # carries out the commands that it reads, one a line; stops at the first that is refused
  $run "$programs/postgres" --single -D "$cluster" -c exit_on_error=on -c log_min_error_statement=panic postgres
}
wanted=$(cat "$folder/roles.sql" "$folder/databases" "$folder/grants.sql" | cksum)
if [ "$(cat "$cluster/roles.sum" 2>/dev/null || true)" != "$wanted" ]; then
  single <"$folder/roles.sql"
  present=$(echo 'SELECT datname FROM pg_database' | single)
  while read -r name; do
    case $present in
      *"datname = \"$name\""*) ;;
      *) echo "CREATE DATABASE $name OWNER ${name}_owner" | single ;;
    esac
  done <"$folder/databases"
  single <"$folder/grants.sql"
  echo "$wanted" >"$cluster/roles.sum"
fi

exec $run "$programs/postgres" -D "$cluster" "$@"
