-- Which events were handled here, by week of the event: eight slots, of which the oldest is emptied before it is used
-- again, so 35 days are remembered without partitions to make or rows to delete.
CREATE TABLE received (
    slot   smallint NOT NULL,
    source text     NOT NULL,
    id     text     NOT NULL,
    print  uuid     NOT NULL,
    PRIMARY KEY (slot, source, id)
) PARTITION BY LIST (slot);
CREATE TABLE received_0 PARTITION OF received FOR VALUES IN (0);
CREATE TABLE received_1 PARTITION OF received FOR VALUES IN (1);
CREATE TABLE received_2 PARTITION OF received FOR VALUES IN (2);
CREATE TABLE received_3 PARTITION OF received FOR VALUES IN (3);
CREATE TABLE received_4 PARTITION OF received FOR VALUES IN (4);
CREATE TABLE received_5 PARTITION OF received FOR VALUES IN (5);
CREATE TABLE received_6 PARTITION OF received FOR VALUES IN (6);
CREATE TABLE received_7 PARTITION OF received FOR VALUES IN (7);
SELECT system_table('received');
GRANT TRUNCATE ON received_0, received_1, received_2, received_3, received_4, received_5, received_6, received_7 TO "${system}";
