-- The marketplace goes on living when its season is over, and makes up for the time in which nobody ran the program.
alter table simulation.demo_run
    drop constraint demo_run_check1,
    add check (lived_until >= begins_at);
