-- Tallies change with every order, but what the planner wants to know of them does not. Looking at all their columns every
-- fifteen seconds took a twentieth of a busy shop's time.
alter table health.tally set (autovacuum_analyze_scale_factor = 5);
