-- What the tests of platform.tenant keep: notes of organisations, in two partitions, and settings of nobody.
CREATE TABLE note (
  organisation text COLLATE "C" NOT NULL,
  id bigint NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (organisation, id)
) PARTITION BY RANGE (id);
SELECT tenant_table('note');

CREATE TABLE note_low PARTITION OF note FOR VALUES FROM (0) TO (1000);
SELECT tenant_partition('note_low');

CREATE TABLE note_high PARTITION OF note FOR VALUES FROM (1000) TO (2000);
SELECT tenant_partition('note_high');

CREATE TABLE progress (
  worker text PRIMARY KEY,
  done bigint NOT NULL
);
SELECT system_table('progress');
