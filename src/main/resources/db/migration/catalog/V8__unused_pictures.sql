-- Finds the pages that show a picture kept here.
create index product_by_picture on catalog.product (image_url) where image_url like '/pictures/%';
create index picture_by_age on catalog.picture (kept_at);
comment on column catalog.picture.kept_at is 'when it was sent, or last named in what somebody proposed';
