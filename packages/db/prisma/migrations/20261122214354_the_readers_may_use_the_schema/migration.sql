-- the readers may use the schema

-- Where everybody may not, as some administrators prefer.
GRANT USAGE ON SCHEMA public TO samrad_public, samrad_neighbour, samrad_signed_in;
