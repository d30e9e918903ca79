CREATE EXTENSION pg_larder;
SHOW pg_larder.interval;
CREATE TABLE shelf (id int, jar text);
INSERT INTO shelf SELECT i, repeat('x', 100) FROM generate_series(1, 1000) i;
SELECT larder_dump() > 0 AS dumped;
SELECT larder_load() > 0 AS loaded;
