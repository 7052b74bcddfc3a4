-- What every room stands on: who signs in, what was done, what waits to be done, what was written to whom.

create table settings (
    name        text primary key,
    value       {json} not null,
    changed_at  {instant} not null
);

create table accounts (
    id            {uuid} primary key,
    email         text not null constraint one_account_an_address unique,
    name          text not null,
    language      text not null,
    zone          text,
    invented      boolean not null,
    created_at    {instant} not null,
    ended_at      {instant}
);

create table grants (
    id            {uuid} primary key,
    account_id    {uuid} not null references accounts (id),
    role          text not null constraint a_known_role check (role in ('secretariat', 'reviewer', 'participant', 'auditor')),
    programme_id  {uuid},
    edition_id    {uuid},
    deputy_of     {uuid} references accounts (id),
    granted_by    {uuid} references accounts (id),
    granted_at    {instant} not null,
    ends_at       {instant},
    ended_at      {instant},
    ended_by      {uuid} references accounts (id)
);
create index grants_of_account on grants (account_id);

create table sign_in_letters (
    id            {uuid} primary key,
    account_id    {uuid} not null references accounts (id),
    token_hash    {bytes} not null constraint one_letter_a_token unique,
    code_hash     {bytes} not null,
    tries         bigint not null,
    next_path     text not null,
    created_at    {instant} not null,
    expires_at    {instant} not null,
    used_at       {instant}
);
create index sign_in_letters_of_account on sign_in_letters (account_id, created_at);

create table web_sessions (
    id            {uuid} primary key,
    account_id    {uuid} not null references accounts (id),
    token_hash    {bytes} not null constraint one_session_a_token unique,
    device        text not null,
    created_at    {instant} not null,
    seen_at       {instant} not null,
    expires_at    {instant} not null,
    ended_at      {instant}
);
create index web_sessions_of_account on web_sessions (account_id);

create table passkeys (
    id            {uuid} primary key,
    account_id    {uuid} not null references accounts (id),
    credential_id text not null constraint one_passkey_a_credential unique,
    name          text not null,
    credential    {json} not null,
    created_at    {instant} not null,
    used_at       {instant}
);
create index passkeys_of_account on passkeys (account_id);

create table ceremonies (
    id            {uuid} primary key,
    account_id    {uuid} references accounts (id),
    state         {json} not null,
    expires_at    {instant} not null
);

create table links (
    id            {uuid} primary key,
    purpose       text not null,
    object_id     {uuid} not null,
    token_hash    {bytes} not null constraint one_link_a_token unique,
    created_at    {instant} not null,
    expires_at    {instant} not null,
    revoked_at    {instant}
);
create index links_to_object on links (object_id);

create table journal (
    id            {uuid} primary key,
    at            {instant} not null,
    actor_id      {uuid},
    act           text not null,
    subject_kind  text not null,
    subject_id    {uuid} not null,
    edition_id    {uuid}
);
create index journal_by_subject on journal (subject_id, at);
create index journal_by_time on journal (at);

create table journal_values (
    entry_id      {uuid} not null references journal (id),
    field         text not null,
    was           text,
    became        text,
    about_id      {uuid},
    erased_at     {instant},
    primary key (entry_id, field)
);
create index journal_values_about on journal_values (about_id);

create table jobs (
    id            {uuid} primary key,
    name          text not null,
    args          {json} not null,
    run_at        {instant} not null,
    attempts      bigint not null,
    held_until    {instant},
    done_at       {instant},
    given_up_at   {instant},
    last_error    text
);
create index jobs_waiting on jobs (run_at) where done_at is null and given_up_at is null;

create table letters (
    id            {uuid} primary key,
    kind          text not null,
    purpose       text not null constraint a_known_purpose check (purpose in ('decision', 'service', 'news')),
    to_address    text not null,
    to_name       text not null,
    sender        text not null,
    reply_to      text,
    language      text not null,
    subject       text not null,
    body          text not null,
    calendar      text,
    about_id      {uuid},
    edition_id    {uuid},
    written_at    {instant} not null,
    send_after    {instant} not null,
    attempts      bigint not null,
    sent_at       {instant},
    kept_at       {instant},
    given_up_at   {instant},
    last_error    text
);
create index letters_by_time on letters (written_at);
create index letters_about on letters (about_id);
create index letters_waiting on letters (send_after) where sent_at is null and kept_at is null and given_up_at is null;

create table addresses (
    address       text primary key,
    bounced_at    {instant},
    bounce        text,
    opted_out_at  {instant}
);

create table files (
    id            {uuid} primary key,
    name          text not null,
    media_type    text not null,
    size          bigint not null,
    digest        text not null,
    stored_as     text not null,
    created_by    {uuid},
    created_at    {instant} not null
);

create table redirects (
    path          text primary key,
    target        text not null,
    made_at       {instant} not null
);
