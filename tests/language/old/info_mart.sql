-- What a program of the first version wrote into a new Info Mart; all other rows are made from the tables' own columns.

INSERT INTO ctl_schema_info (info_mart_id, product, schema_version, created_ts) VALUES ('of-old', 'GIM Manager', '0001', 1700000000);
