create table catalog.product (
    product_id text primary key check (product_id ~ '^B0[0-9A-Z]{8}$'),
    title text not null check (title <> ''),
    brand text,
    category text not null,
    product_type text,
    description text,
    attributes jsonb not null,
    codes text[] not null,
    image_url text,
    source text,
    external_id text,
    created_at timestamptz not null,
    check ((source is null) = (external_id is null))
);
comment on table catalog.product is 'home: product_id';
create index product_by_category on catalog.product (category);

create table catalog.gtin (
    gtin text primary key check (gtin ~ '^[0-9]{14}$'),
    product_id text not null
);
comment on table catalog.gtin is 'home: gtin';

create table catalog.external_product (
    external_id text not null,
    source text not null,
    product_id text not null,
    primary key (external_id, source)
);
comment on table catalog.external_product is 'home: external_id';

create table catalog.category (
    slug text primary key,
    name_en text not null,
    name_ko text not null,
    name_zh_tw text not null,
    position integer not null
);
comment on table catalog.category is 'home: reference';

insert into catalog.category (slug, name_en, name_ko, name_zh_tw, position)
values ('computers', 'Computers', '컴퓨터', '電腦', 1),
       ('tablets', 'Tablets & E-Readers', '태블릿·전자책 리더', '平板電腦與電子書閱讀器', 2),
       ('computer-components', 'Computer Components', 'PC 부품', '電腦零組件', 3),
       ('computer-accessories', 'Computer Accessories', '컴퓨터 주변기기', '電腦周邊', 4),
       ('storage', 'Data Storage', '저장장치', '儲存裝置', 5),
       ('networking', 'Networking', '네트워크 장비', '網路設備', 6),
       ('servers', 'Servers', '서버', '伺服器', 7),
       ('software', 'Software & Services', '소프트웨어·서비스', '軟體與服務', 8),
       ('printers', 'Printers & Scanners', '프린터·스캐너', '印表機與掃描器', 9),
       ('ink', 'Ink, Toner & Paper', '잉크·토너·용지', '墨水、碳粉與紙張', 10),
       ('monitors', 'Monitors & Projectors', '모니터·프로젝터', '螢幕與投影機', 11),
       ('tv', 'TV & Video', 'TV·영상기기', '電視與影音', 12),
       ('audio', 'Audio & Headphones', '오디오·헤드폰', '音響與耳機', 13),
       ('cameras', 'Cameras & Photo', '카메라·사진', '相機與攝影', 14),
       ('phones', 'Phones & Accessories', '휴대폰·액세서리', '手機與配件', 15),
       ('cables', 'Cables & Adapters', '케이블·어댑터', '線材與轉接器', 16),
       ('power', 'Batteries & Power', '배터리·전원', '電池與電源', 17),
       ('electronics', 'Electronics', '전자제품', '電子產品', 18),
       ('video-games', 'Video Games', '비디오 게임', '電玩遊戲', 19),
       ('home-kitchen', 'Home & Kitchen', '홈·주방', '居家與廚房', 20),
       ('appliances', 'Appliances', '가전제품', '家電', 21),
       ('office', 'Office Supplies', '사무용품', '辦公用品', 22),
       ('books', 'Books', '도서', '書籍', 23),
       ('movies-music', 'Movies & Music', '영화·음악', '影片與音樂', 24),
       ('toys', 'Toys & Games', '장난감·게임', '玩具與遊戲', 25),
       ('baby', 'Baby', '유아용품', '嬰幼兒用品', 26),
       ('beauty', 'Beauty & Health', '뷰티·건강', '美妝與保健', 27),
       ('clothing', 'Clothing & Shoes', '의류·신발', '服飾與鞋類', 28),
       ('sports', 'Sports & Outdoors', '스포츠·아웃도어', '運動與戶外', 29),
       ('garden', 'Garden', '정원·원예', '園藝', 30),
       ('tools', 'Tools & Hardware', '공구·철물', '工具與五金', 31),
       ('pets', 'Pet Supplies', '반려동물용품', '寵物用品', 32),
       ('automotive', 'Automotive', '자동차용품', '汽車用品', 33),
       ('grocery', 'Grocery', '식료품', '食品雜貨', 34);
