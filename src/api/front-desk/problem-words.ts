import { words, type Words } from '#libs/vocabulary';

/** Titles of the statuses that the interface answers with. */
export const titles: Readonly<Record<number, Words>> = {
  400: words('Sorğu düzgün deyil', 'The request is malformed'),
  401: words('Sistemə daxil olun', 'Sign in first'),
  403: words('İcazə yoxdur', 'Not permitted'),
  404: words('Tapılmadı', 'Not found'),
  405: words('Bu üsul burada yoxdur', 'No such method here'),
  406: words('Bu formatda cavab yoxdur', 'No answer in that format'),
  409: words('İndi mümkün deyil', 'Not possible now'),
  412: words('Siz baxandan sonra dəyişib', 'Changed since you looked'),
  413: words('Sorğu çox böyükdür', 'The request is too large'),
  415: words('Bu format qəbul edilmir', 'This format is not taken'),
  422: words('Məlumat düzgün deyil', 'The data is not right'),
  428: words('Şərt göstərilməyib', 'A condition is missing'),
  429: words('Həddən artıq sorğu', 'Too many requests'),
  500: words('Xəta baş verdi', 'Something went wrong'),
  503: words('Xidmət müvəqqəti işləmir', 'The service is away for now'),
};

/** What each code of a problem says. Reasons of refusals are the rulebook's own. */
export const details: Readonly<Record<string, Words>> = {
  'malformed-json': words('Sorğunun mətni JSON deyil.', 'The body is no JSON.'),
  'not-utf-8': words('Sorğunun mətni UTF-8 deyil.', 'The body is no UTF-8.'),
  'nested-too-deep': words('JSON həddən artıq dərindir.', 'The JSON is nested too deep.'),
  'malformed-path': words('Ünvan düzgün deyil.', 'The address is malformed.'),
  'malformed-query': words('Ünvanın parametrləri düzgün deyil.', 'The query is not right.'),
  'malformed-header': words('Başlıq düzgün deyil.', 'A header is not right.'),
  'idempotency-key-required': words(
    'Idempotency-Key başlığı yoxdur: təkrar sorğu ikinci dəfə yerinə yetirilməsin deyə hər əmrə bir açar verin.',
    'The Idempotency-Key header is missing: give each command a key, so that a repeat is not done twice.',
  ),
  'if-match-required': words(
    'If-Match başlığı yoxdur: gördüyünüz redaksiyanı göstərin.',
    'The If-Match header is missing: name the revision you saw.',
  ),
  'sign-in-required': words('Sistemə daxil olun.', 'Sign in first.'),
  'wrong-credentials': words(
    'İstifadəçi adı, parol və ya kod yanlışdır.',
    'Wrong username, password or code.',
  ),
  'code-required': words('Birdəfəlik kodu da yazın.', 'Give the one-time code, too.'),
  'csrf-token': words(
    'X-CSRF-Token başlığı yoxdur və ya bu sessiyaya aid deyil.',
    'The X-CSRF-Token header is missing or not of this session.',
  ),
  'not-for-your-role': words('Bu, sizin vəzifənizə aid deyil.', 'This is not for your role.'),
  'not-found': words(
    'Belə bir şey yoxdur və ya sizə məlum ola bilməz.',
    'There is no such thing, or none that you may know.',
  ),
  'method-not-allowed': words('Bu ünvan həmin üsulu qəbul etmir.', 'This address does not take that method.'),
  'not-acceptable': words(
    'Cavab yalnız application/json formatındadır.',
    'The answer comes as application/json only.',
  ),
  'changed-since-you-looked': words(
    'Siz baxandan sonra başqası dəyişiklik edib. Yenidən baxın və qərar verin.',
    'Somebody changed it since you looked. Look again and decide.',
  ),
  'body-too-large': words('Sorğunun mətni çox böyükdür.', 'The body is too large.'),
  'unsupported-media-type': words(
    'Məlumatı application/json kimi göndərin.',
    'Send the data as application/json.',
  ),
  'unsupported-charset': words('Məlumatı UTF-8 kodlaşdırması ilə göndərin.', 'Send the data in UTF-8.'),
  'unsupported-encoding': words('Məlumatı sıxmadan göndərin.', 'Send the data uncompressed.'),
  'invalid-data': words('Göstərilən sahələri düzəldin.', 'Mend the fields named below.'),
  'last-administrator': words(
    'Bundan sonra sistemə daxil ola bilən inzibatçı qalmaz. Əvvəlcə başqa inzibatçı əlavə edin.',
    'No administrator who can sign in would be left. Add another administrator first.',
  ),
  'procedure-id-required': words(
    'Prosedurun nüsxəsini göstərin (procedureId).',
    'Name the instance of the procedure (procedureId).',
  ),
  'idempotency-key-reused': words(
    'Bu açar artıq başqa əmr üçün işlədilib.',
    'This key was already used for another command.',
  ),
  'too-many-requests': words('Bir az gözləyin və yenidən cəhd edin.', 'Wait a little and try again.'),
  internal: words(
    'Sorğu yerinə yetirilmədi. Heç nə dəyişmədi.',
    'The request was not done. Nothing was changed.',
  ),
  'no-session': words('Bu sorğu sessiya ilə göndərilməyib.', 'This request came without a session.'),
  'outcome-unknown': words(
    'Əlaqə kəsildi: eyni Idempotency-Key ilə təkrar edin.',
    'The connection broke: repeat it with the same Idempotency-Key.',
  ),
  unavailable: words(
    'Verilənlər bazası cavab vermir. Təkrar edin.',
    'The database does not answer. Try again.',
  ),
  'not-a-training-clock': words(
    'Bu sistem həqiqi saatla işləyir.',
    'This installation runs on the real clock.',
  ),
  'clock-is-moving': words('Saat artıq irəli çəkilir.', 'The clock is being moved already.'),
};

/** What is wrong with one field. `{min}`, `{max}`, `{values}` come from the schema, never from the request. */
export const faultWords: Readonly<Record<string, Words>> = {
  required: words('Bu sahəni doldurun.', 'Fill in this field.'),
  'unknown-field': words('Belə bir sahə yoxdur.', 'There is no such field.'),
  'wrong-type': words('Dəyər başqa növdə olmalıdır.', 'The value must be of another type.'),
  'too-small': words('Ən azı {min} olmalıdır.', 'At least {min}.'),
  'too-long': words('Ən çoxu {max} olmalıdır.', 'At most {max}.'),
  'not-one-of': words('Bunlardan biri olmalıdır: {values}.', 'One of these: {values}.'),
  'not-a-uuid': words('UUID olmalıdır.', 'Must be a UUID.'),
  'not-a-date': words('Gün YYYY-AA-GG şəklində yazılmalıdır.', 'Write the day as YYYY-MM-DD.'),
  'not-a-datetime': words(
    'An saat qurşağı ilə yazılmalıdır: 2016-03-01T20:30:00+04:00.',
    'Write the moment with its offset: 2016-03-01T20:30:00+04:00.',
  ),
  'not-a-duration': words('Müddət ISO 8601 ilə yazılmalıdır: P30D.', 'Write the duration in ISO 8601: P30D.'),
  'wrong-format': words('Dəyər başqa şəkildə yazılmalıdır.', 'Write the value in another form.'),
  'not-text': words('Mətndə icazə verilməyən işarə var.', 'The text holds a character that is not allowed.'),
  'hostile-key': words('Belə bir sahə adı qəbul edilmir.', 'Such a field name is not taken.'),
  'ends-before-it-begins': words('Son, başlanğıcdan əvvəl ola bilməz.', 'It ends before it begins.'),
  taken: words('Bu artıq istifadə olunur.', 'This is in use already.'),
  'no-such-body': words('Belə bir qurum yoxdur.', 'There is no such body.'),
  'unknown-catalogue': words(
    'Belə bir göstəricilər siyahısı yoxdur.',
    'There is no such list of indicators.',
  ),
  'unknown-policy': words('Belə bir qiymətləndirmə qaydası yoxdur.', 'There is no such scoring policy.'),
  'unknown-indicator': words('Siyahıda belə göstərici yoxdur.', 'The list has no such indicator.'),
  'unknown-procedure': words('Belə bir prosedur yoxdur.', 'There is no such procedure.'),
  'unknown-command': words('Belə bir əmr yoxdur.', 'There is no such command.'),
  'given-twice': words('Parametr bir dəfə yazılmalıdır.', 'Give the parameter once.'),
};

/** Words for a code that has none of its own: never an empty sentence. */
export const wordsOf = (table: Readonly<Record<string, Words>>, code: string): Words =>
  table[code] ?? words(code, code);
