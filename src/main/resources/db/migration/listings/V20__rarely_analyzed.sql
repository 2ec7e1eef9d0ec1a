-- Stock changes with every sale, but what the planner wants to know of offers does not; long files are followed by an
-- analysis of their own.
alter table listings.offer set (autovacuum_analyze_scale_factor = 5);
