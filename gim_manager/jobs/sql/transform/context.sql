-- what: Finds what each fact of a chunk refers to (groups at its start, the caller's data, its technical result) and adds what is new to the dimensions (T02).
-- grain: t_groups one row a resource and moment, t_described an interaction, t_place a leg, t_outcome a leg or stay.
-- reads: gidb_g_userdata_history, gidb_g_login_session, resource_group_fact_, place
-- writes: resource_group_combination, interaction_descriptor, technical_descriptor

-- step: moments
CREATE TEMP TABLE t_moment AS
SELECT RESOURCE_KEY, START_TS FROM t_leg WHERE RESOURCE_KEY > 0
UNION
SELECT RESOURCE_KEY, START_TS FROM t_stay WHERE RESOURCE_KEY > 0;

-- step: the caller's data
-- The last value that each key had in the interaction; an interaction without any of the keys has no descriptor.
CREATE TEMP TABLE t_said AS
WITH said AS (
    SELECT
        c.ROOTIRID, u.KEYNAME, u.VALUE,
        ROW_NUMBER() OVER (PARTITION BY c.ROOTIRID, u.KEYNAME ORDER BY u.ADDED_TS DESC, u.CSEQ DESC, u.ID DESC) AS RANK_
    FROM t_call c
    JOIN GIDB_G_USERDATA_HISTORY u ON u.CALLID = c.CALLID
    WHERE u.KEYNAME IN ('CustomerSegment', 'ServiceType', 'ServiceSubType', 'BusinessResult') AND u.VALUE IS NOT NULL
)

SELECT
    said.ROOTIRID,
    root.TENANT_KEY,
    SUBSTR(COALESCE(MAX(CASE KEYNAME WHEN 'CustomerSegment' THEN VALUE END), 'none'), 1, 255) AS CUSTOMER_SEGMENT,
    SUBSTR(COALESCE(MAX(CASE KEYNAME WHEN 'ServiceType' THEN VALUE END), 'none'), 1, 255) AS SERVICE_TYPE,
    SUBSTR(COALESCE(MAX(CASE KEYNAME WHEN 'ServiceSubType' THEN VALUE END), 'none'), 1, 255) AS SERVICE_SUBTYPE,
    SUBSTR(COALESCE(MAX(CASE KEYNAME WHEN 'BusinessResult' THEN VALUE END), 'none'), 1, 255) AS BUSINESS_RESULT
FROM said
JOIN t_root root ON root.MEDIA_SERVER_ROOT_IXN_GUID = said.ROOTIRID
WHERE said.RANK_ = 1
GROUP BY said.ROOTIRID, root.TENANT_KEY;

-- step: new interaction descriptors
INSERT INTO INTERACTION_DESCRIPTOR (
    INTERACTION_DESCRIPTOR_KEY, TENANT_KEY, CUSTOMER_SEGMENT, SERVICE_TYPE, SERVICE_SUBTYPE, BUSINESS_RESULT,
    CREATE_AUDIT_KEY, UPDATE_AUDIT_KEY
)
WITH fresh AS (
    SELECT TENANT_KEY, CUSTOMER_SEGMENT, SERVICE_TYPE, SERVICE_SUBTYPE, BUSINESS_RESULT FROM t_said
    EXCEPT
    SELECT TENANT_KEY, CUSTOMER_SEGMENT, SERVICE_TYPE, SERVICE_SUBTYPE, BUSINESS_RESULT FROM INTERACTION_DESCRIPTOR
),

newest AS (
    SELECT COALESCE(MAX(INTERACTION_DESCRIPTOR_KEY), 0) AS TOP FROM INTERACTION_DESCRIPTOR WHERE INTERACTION_DESCRIPTOR_KEY > 0
)

SELECT
    newest.TOP + ROW_NUMBER() OVER (ORDER BY TENANT_KEY, CUSTOMER_SEGMENT, SERVICE_TYPE, SERVICE_SUBTYPE, BUSINESS_RESULT),
    TENANT_KEY, CUSTOMER_SEGMENT, SERVICE_TYPE, SERVICE_SUBTYPE, BUSINESS_RESULT, :audit_key, :audit_key
FROM fresh
CROSS JOIN newest;

-- step: descriptors of interactions
CREATE TEMP TABLE t_described AS
SELECT said.ROOTIRID, d.INTERACTION_DESCRIPTOR_KEY
FROM t_said said
JOIN INTERACTION_DESCRIPTOR d
  ON d.TENANT_KEY = said.TENANT_KEY AND d.CUSTOMER_SEGMENT = said.CUSTOMER_SEGMENT AND d.SERVICE_TYPE = said.SERVICE_TYPE
 AND d.SERVICE_SUBTYPE = said.SERVICE_SUBTYPE AND d.BUSINESS_RESULT = said.BUSINESS_RESULT;

-- step: descriptors are found by interaction
CREATE INDEX tx_described ON t_described (ROOTIRID);

-- step: places
-- The place of the agent's login that held when the leg began.
CREATE TEMP TABLE t_place AS
WITH login AS (
    SELECT
        leg.NATURAL_ID, s.PLACEID,
        ROW_NUMBER() OVER (PARTITION BY leg.NATURAL_ID ORDER BY s.CREATED_TS DESC, s.LOGINSESSIONID) AS RANK_
    FROM t_leg leg
    JOIN GIDB_G_LOGIN_SESSION s
      ON s.AGENTID = leg.AGENTID AND s.CREATED_TS <= leg.START_TS AND s.CREATED_TS > leg.START_TS - :longest_session
    WHERE s.TERMINATED_TS IS NULL OR s.TERMINATED_TS >= leg.START_TS
)

SELECT login.NATURAL_ID, p.PLACE_KEY
FROM login
JOIN PLACE p ON p.PLACE_CFG_DBID = login.PLACEID
WHERE login.RANK_ = 1 AND p.PLACE_KEY > 0;

-- step: places are found by leg
CREATE INDEX tx_place ON t_place (NATURAL_ID);

-- step: outcomes
-- How a leg or a stay ended, in the codes of TECHNICAL_DESCRIPTOR. Only the leg that leaves a call of its own by a transfer is
-- TRANSFERRED: the legs of the consultation that prepared it are not.
CREATE TEMP TABLE t_outcome AS
WITH leg_outcome AS (
    SELECT
        leg.NATURAL_ID,
        CASE
            WHEN m.TALK_COUNT = 0 AND leg.CAUSE = 4 THEN 'REDIRECTED'
            WHEN m.TALK_COUNT = 0 AND leg.CAUSE = 7 THEN 'DESTINATIONBUSY'
            WHEN m.TALK_COUNT = 0 AND leg.CAUSE = 3 THEN 'CUSTOMERABANDONED'
            WHEN m.TALK_COUNT = 0 THEN 'INCOMPLETE'
            WHEN leg.CAUSE = 5 AND leg.IS_CONSULT = 0 THEN 'TRANSFERRED'
            ELSE 'COMPLETED'
        END AS RESULT_CODE,
        CASE
            WHEN m.TALK_COUNT = 0 AND leg.CAUSE = 3 THEN 'ABANDONEDWHILERINGING'
            WHEN m.TALK_COUNT = 1 AND m.LAST_STATE = 'HOLD' AND leg.IS_WITH_CUSTOMER = 1 AND leg.CAUSE IN (1, 3) THEN 'ABANDONEDFROMHOLD'
            ELSE 'UNSPECIFIED'
        END AS REASON_CODE,
        CASE
            WHEN leg.IS_CONSULTING = 1 THEN 'INITIATEDCONSULT'
            WHEN leg.IS_CONSULTED = 1 THEN 'RECEIVEDCONSULT'
            WHEN leg.IS_JOINING = 1 THEN 'INCONFERENCE'
            WHEN leg.PROLE = 6 THEN 'RECEIVEDTRANSFER'
            WHEN leg.PROLE = 1 THEN 'INITIATED'
            ELSE 'RECEIVED'
        END AS ROLE_CODE
    FROM t_leg leg
    JOIN t_measure m ON m.NATURAL_ID = leg.NATURAL_ID
)

SELECT NATURAL_ID, RESULT_CODE, REASON_CODE, ROLE_CODE, 'UNSPECIFIED' AS ROLE_REASON_CODE FROM leg_outcome
UNION ALL
SELECT
    stay.MEDIATION_GUID, stay.RESULT,
    CASE
        WHEN stay.RESULT = 'ABANDONED' THEN 'ABANDONEDWHILEQUEUED'
        WHEN m.TALK_COUNT = 1 THEN 'ANSWEREDBYAGENT'
        WHEN o.RESULT_CODE = 'CUSTOMERABANDONED' THEN 'ABANDONEDWHILERINGING'
        ELSE 'UNSPECIFIED'
    END,
    'RECEIVED', 'UNSPECIFIED'
FROM t_stay stay
LEFT JOIN t_target target ON target.MEDIATION_GUID = stay.MEDIATION_GUID
LEFT JOIN t_measure m ON m.NATURAL_ID = target.NATURAL_ID
LEFT JOIN leg_outcome o ON o.NATURAL_ID = target.NATURAL_ID;

-- step: new technical descriptors
INSERT INTO TECHNICAL_DESCRIPTOR (
    TECHNICAL_DESCRIPTOR_KEY, TECHNICAL_RESULT, TECHNICAL_RESULT_CODE, RESULT_REASON, RESULT_REASON_CODE, RESOURCE_ROLE,
    RESOURCE_ROLE_CODE, ROLE_REASON, ROLE_REASON_CODE, CREATE_AUDIT_KEY, UPDATE_AUDIT_KEY
)
WITH fresh AS (
    SELECT RESULT_CODE, REASON_CODE, ROLE_CODE, ROLE_REASON_CODE FROM t_outcome
    EXCEPT
    SELECT TECHNICAL_RESULT_CODE, RESULT_REASON_CODE, RESOURCE_ROLE_CODE, ROLE_REASON_CODE FROM TECHNICAL_DESCRIPTOR
),

word (CODE, SPELLED) AS (
    VALUES
        ('ABANDONED', 'Abandoned'), ('ABANDONEDFROMHOLD', 'AbandonedFromHold'),
        ('ABANDONEDWHILEQUEUED', 'AbandonedWhileQueued'), ('ABANDONEDWHILERINGING', 'AbandonedWhileRinging'),
        ('ANSWEREDBYAGENT', 'AnsweredByAgent'), ('CLEARED', 'Cleared'), ('COMPLETED', 'Completed'),
        ('CUSTOMERABANDONED', 'CustomerAbandoned'), ('DESTINATIONBUSY', 'DestinationBusy'), ('DIVERTED', 'Diverted'),
        ('INCOMPLETE', 'Incomplete'), ('INCONFERENCE', 'InConference'), ('INITIATED', 'Initiated'),
        ('INITIATEDCONSULT', 'InitiatedConsult'), ('RECEIVED', 'Received'), ('RECEIVEDCONSULT', 'ReceivedConsult'),
        ('RECEIVEDTRANSFER', 'ReceivedTransfer'), ('REDIRECTED', 'Redirected'), ('TRANSFERRED', 'Transferred'),
        ('UNSPECIFIED', 'Unspecified')
),

newest AS (
    SELECT COALESCE(MAX(TECHNICAL_DESCRIPTOR_KEY), 0) AS TOP FROM TECHNICAL_DESCRIPTOR WHERE TECHNICAL_DESCRIPTOR_KEY > 0
)

SELECT
    newest.TOP + ROW_NUMBER() OVER (ORDER BY RESULT_CODE, REASON_CODE, ROLE_CODE),
    result.SPELLED, RESULT_CODE, reason.SPELLED, REASON_CODE, role.SPELLED, ROLE_CODE, 'Unspecified', ROLE_REASON_CODE,
    :audit_key, :audit_key
FROM fresh
CROSS JOIN newest
JOIN word result ON result.CODE = RESULT_CODE
JOIN word reason ON reason.CODE = REASON_CODE
JOIN word role ON role.CODE = ROLE_CODE;

-- step: technical results
CREATE TEMP TABLE t_result AS
SELECT o.NATURAL_ID, d.TECHNICAL_DESCRIPTOR_KEY
FROM t_outcome o
JOIN TECHNICAL_DESCRIPTOR d
  ON d.TECHNICAL_RESULT_CODE = o.RESULT_CODE AND d.RESULT_REASON_CODE = o.REASON_CODE
 AND d.RESOURCE_ROLE_CODE = o.ROLE_CODE AND d.ROLE_REASON_CODE = o.ROLE_REASON_CODE;

-- step: technical results are found by fact
CREATE INDEX tx_result ON t_result (NATURAL_ID);
