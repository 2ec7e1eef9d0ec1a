-- Publications tell at once what they change; nobody comes by to do it for them any more.
delete from platform.scheduled_tasks where task_name = 'published-changes';
