#!/bin/sh
# Runs once, on an empty volume: a plain owner of the database, bound by row-level security like everyone else.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$OWNER_PASSWORD" --username postgres <<'SQL'
create role dsd_owner login createrole nosuperuser nobypassrls password :'password';
create database doorstroomdossier owner dsd_owner;
\c doorstroomdossier
alter schema public owner to dsd_owner;
create extension pgcrypto;
SQL
