import { z } from 'zod';
import { choice, flag, words } from '#libs/vocabulary';
import { outOfServiceReasons, roomAges, roomSexes } from '../../../shelters/index.js';

/** What the people of a house may write down of it. Nothing of it is about a person. */
const name = (hint: ReturnType<typeof words>) =>
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta({ data: 'code', label: words('adı və ya nömrəsi', 'name or number'), hint });

export const roomForm = z.object({
  name: name(words('Məsələn, 4', 'For example, 4')),
  sex: choice(words('kimlər üçündür', 'for whom'), roomSexes),
  age: choice(words('hansı yaş üçündür', 'for which age'), roomAges),
  family: flag(words('ailə birlikdə qala bilər', 'a family can stay together')),
  accessible: flag(words('əlçatandır', 'accessible'), {
    hint: words(
      'Əlil arabası ilə girmək və istifadə etmək olar.',
      'Can be entered and used with a wheelchair.',
    ),
  }),
});

export const bedForm = z.object({ name: name(words('Məsələn, 4.1', 'For example, 4.1')) });

export const outOfServiceForm = z.object({
  reason: choice(words('səbəb', 'reason'), outOfServiceReasons, {
    hint: words(
      'Geri qaytarılana qədər bu çarpayı heç kimə təklif olunmur.',
      'Until it is put back, the bed is offered to nobody.',
    ),
  }),
});

export const houseForm = z.object({
  region: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({
      data: 'code',
      ref: 'district',
      label: words('rayon', 'district'),
      hint: words(
        'Boş saxlansa, sığınacaq bütün ölkə üçündür.',
        'Left open, the house is for the whole country.',
      ),
    })
    .optional(),
  guarded: flag(words('mühafizə olunur', 'guarded'), {
    hint: words(
      'İnsan alverçilərinin axtara biləcəyi şəxslər üçün yalnız mühafizə olunan sığınacaqdan soruşulur.',
      'For people whom traffickers may look for only a guarded house is asked.',
    ),
  }),
  address: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({
      data: 'code',
      label: words('ünvan', 'address'),
      hint: words(
        'Yalnız sığınacağın işçiləri və orada qalan şəxsin yerini bilməyə icazəsi olanlar görür.',
        'Seen only by the people of the house and by those who may know where a person in it is.',
      ),
    }),
});
