-- Which events were handled here, by week of the event: eight slots, of which the oldest is emptied before it is used
-- again, so 35 days are remembered without partitions to make or rows to delete.
CREATE TABLE IF NOT EXISTS received (
    slot   smallint NOT NULL,
    source text     NOT NULL,
    id     text     NOT NULL,
    print  uuid     NOT NULL,
    PRIMARY KEY (slot, source, id)
) PARTITION BY LIST (slot);
CREATE TABLE IF NOT EXISTS received_0 PARTITION OF received FOR VALUES IN (0);
CREATE TABLE IF NOT EXISTS received_1 PARTITION OF received FOR VALUES IN (1);
CREATE TABLE IF NOT EXISTS received_2 PARTITION OF received FOR VALUES IN (2);
CREATE TABLE IF NOT EXISTS received_3 PARTITION OF received FOR VALUES IN (3);
CREATE TABLE IF NOT EXISTS received_4 PARTITION OF received FOR VALUES IN (4);
CREATE TABLE IF NOT EXISTS received_5 PARTITION OF received FOR VALUES IN (5);
CREATE TABLE IF NOT EXISTS received_6 PARTITION OF received FOR VALUES IN (6);
CREATE TABLE IF NOT EXISTS received_7 PARTITION OF received FOR VALUES IN (7);
