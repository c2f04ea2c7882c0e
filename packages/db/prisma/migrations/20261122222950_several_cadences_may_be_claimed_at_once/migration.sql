-- several cadences may be claimed at once

-- Two sources may say differently, and a plenary and its working committee have each their own.
ALTER TABLE body_cadence DROP CONSTRAINT body_cadence_one_at_a_time;
