-- Files name shipping templates, too; null leaves the offer its own.
alter table listings.staged_offer add column shipping_template uuid;
