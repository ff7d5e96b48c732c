import { z } from 'zod';
import { bodyKindLabels, choice, roleLabels, words } from '#libs/vocabulary';
import {
  closingReasons,
  closingReasonsOfSystems,
  longestTokenDays,
  rolesOfSystems,
  usernamePattern,
} from '../../../access/index.js';

const languageLabels = {
  az: words('Azərbaycan dili', 'Azerbaijani'),
  en: words('ingilis dili', 'English'),
};

/** A line that an administrator types. */
const line = (max: number, label: ReturnType<typeof words>, hint?: ReturnType<typeof words>) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .meta({ data: 'code', label, ...(hint ? { hint } : {}) });

export const accountForm = z.object({
  name: line(120, words('ad və soyad', 'name and surname')),
  username: z
    .string()
    .regex(usernamePattern)
    .meta({
      data: 'code',
      label: words('istifadəçi adı', 'username'),
      hint: words(
        'Kiçik latın hərfləri, rəqəmlər, nöqtə və tire. Məsələn, aygun.misalli',
        'Small Latin letters, digits, dots and hyphens. For example, aygun.misalli',
      ),
    }),
  bodyId: z.uuid().meta({ data: 'code', ref: 'body', label: words('qurum', 'body') }),
  role: choice(words('rol', 'role'), roleLabels, {
    hint: words('Hər növ qurumun öz rolları var.', 'Each kind of body has roles of its own.'),
  }),
  language: choice(words('səhifələrin dili', 'language of the pages'), languageLabels),
});

export const tokenForm = z.object({
  system: line(
    120,
    words('sistemin adı', 'name of the system'),
    words(
      'İşin tarixçəsində bu ad görünür. Eyni ad və rol üçün verilən hər token eyni sistemindir.',
      'It stands on timelines. Every token with the same name and role is of the same system.',
    ),
  ),
  bodyId: z.uuid().meta({ data: 'code', ref: 'body', label: words('qurum', 'body') }),
  role: choice(words('rol', 'role'), rolesOfSystems, {
    hint: words(
      'Sistem bu rolda olan əməkdaşın edə bildiyindən artığını edə bilmir.',
      'A system can do no more than an officer with this role.',
    ),
  }),
  days: z
    .int()
    .min(1)
    .max(longestTokenDays)
    .meta({
      data: 'code',
      label: words('neçə gün etibarlıdır', 'days that it is valid'),
      hint: words(`1-dən ${longestTokenDays}-ə qədər.`, `From 1 to ${longestTokenDays}.`),
    }),
});

const whoSeesWhy = {
  hint: words(
    'Səbəbi Milli Koordinatorun aparatı və qurumun nəzarətçisi görür.',
    "The National Coordinator's office and the supervisor of the body see the reason.",
  ),
};

export const closingForm = z.object({
  reason: choice(words('səbəb', 'reason'), closingReasons, whoSeesWhy),
});

export const closingSystemForm = z.object({
  reason: choice(words('səbəb', 'reason'), closingReasonsOfSystems, whoSeesWhy),
});

const bodyFields = {
  nameAz: line(200, words('Azərbaycanca adı', 'name in Azerbaijani')),
  nameEn: line(200, words('ingiliscə adı', 'name in English')),
  code: z
    .string()
    .regex(/^[a-z0-9-]{2,60}$/)
    .meta({
      data: 'code',
      label: words('kod', 'code'),
      hint: words('Məsələn, police-ganja', 'For example, police-ganja'),
    }),
  kind: choice(words('növ', 'kind'), bodyKindLabels, {
    hint: words(
      'Növ qurumun nə edə biləcəyini və işçilərinin rollarını müəyyən edir.',
      'The kind says what the body can do, and which roles its people have.',
    ),
  }),
  parentId: z
    .uuid()
    .meta({ data: 'code', ref: 'body', label: words('yuxarı qurum', 'parent body') })
    .optional(),
  region: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({
      data: 'code',
      label: words('rayonun kodu', 'code of the district'),
      hint: words(
        'Məsələn, baku-nasimi. Boş saxlansa, qurum bütün ölkə üçündür.',
        'For example, baku-nasimi. Left open, the body is for the whole country.',
      ),
    })
    .optional(),
};

export const newBodyForm = z.object(bodyFields);

export const bodyForm = z.object({
  ...bodyFields,
  active: z.boolean().meta({
    data: 'code',
    label: words('qurum fəaliyyətdədir', 'the body is active'),
    hint: words(
      'Bağlı qurumun işçiləri sistemə daxil ola bilmir. Ona düşən işlər nəzarət səhifəsində dayanmış kimi görünür.',
      'Nobody of a closed body can sign in. What waits for it is shown as stuck on the page of supervision.',
    ),
  }),
});
