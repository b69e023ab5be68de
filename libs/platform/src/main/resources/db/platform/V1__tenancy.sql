-- What a migration says of each table it makes: tenant_table, tenant_partition or system_table. A table of which nothing
-- is said may be touched by its owner alone.

-- Rows of one organisation each: who serves an organisation sees, changes and adds its rows and no others.
CREATE FUNCTION tenant_table(made regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tenant_partition(made);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I, %I', made, '${app}', '${system}');
END $$;

-- A partition of such a table. It is reached through the table alone, and bound all the same.
CREATE FUNCTION tenant_partition(made regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_attribute
                 WHERE attrelid = made AND attname = 'organisation' AND attnotnull AND NOT attisdropped) THEN
    RAISE EXCEPTION 'table % has no column organisation that is NOT NULL', made;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', made);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', made);
  EXECUTE format($policy$
    CREATE POLICY of_organisation ON %s
      USING (organisation = nullif(current_setting('app.organisation', true), ''))
      WITH CHECK (organisation = nullif(current_setting('app.organisation', true), ''))
    $policy$, made);
END $$;

-- Rows of no organisation, or of all: only classes marked AcrossTenants touch them.
CREATE FUNCTION system_table(made regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', made, '${system}');
END $$;

REVOKE EXECUTE ON FUNCTION tenant_table, tenant_partition, system_table FROM PUBLIC;

-- Readiness compares versions, and whoever sees all organisations may read all tables.
GRANT SELECT ON ${flyway:table} TO "${system}";
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO "${system}";
