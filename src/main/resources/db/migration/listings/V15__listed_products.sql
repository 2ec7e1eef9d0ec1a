-- What a file lists is told of apart from what it changes.
alter table listings.untold_stretch
    drop constraint untold_stretch_part_check,
    add check (part in ('closed', 'removed', 'changed', 'listed'));
