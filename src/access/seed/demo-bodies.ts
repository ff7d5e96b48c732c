import { type BodyKind, words, type Words } from '#libs/vocabulary';

interface DemoBody {
  readonly kind: BodyKind;
  readonly name: Words;
  readonly parent?: string;
  readonly district?: string;
}

/** Bodies of the demo by code; parents stand before their children. Non-governmental bodies are invented. */
export const demoBodies = {
  mia: { kind: 'ministry', name: words('Daxili İşlər Nazirliyi', 'Ministry of Internal Affairs') },
  mlspp: {
    kind: 'ministry',
    name: words(
      'Əmək və Əhalinin Sosial Müdafiəsi Nazirliyi',
      'Ministry of Labour and Social Protection of Population',
    ),
  },
  mfa: { kind: 'ministry', name: words('Xarici İşlər Nazirliyi', 'Ministry of Foreign Affairs') },
  health: { kind: 'ministry', name: words('Səhiyyə Nazirliyi', 'Ministry of Health') },
  education: { kind: 'ministry', name: words('Təhsil Nazirliyi', 'Ministry of Education') },
  'prosecutor-general': {
    kind: 'prosecution',
    name: words('Baş Prokurorluq', "Prosecutor General's Office"),
  },
  'hotline-152': { kind: 'hotline', name: words('152 qaynar xətti', 'Hotline 152'), parent: 'mia' },
  'police-baku-nasimi': {
    kind: 'police',
    name: words('Bakı, Nəsimi Rayon Polis İdarəsi', 'Baku, Nasimi District Police Office'),
    parent: 'mia',
    district: 'baku-nasimi',
  },
  'police-ganja': {
    kind: 'police',
    name: words('Gəncə Şəhər Baş Polis İdarəsi', 'Ganja City Police Office'),
    parent: 'mia',
    district: 'ganja',
  },
  'main-department': {
    kind: 'mainDepartment',
    name: words(
      'İnsan Alverinə qarşı Mübarizə Baş İdarəsi',
      'Main Department for Combating Trafficking in Persons',
    ),
    parent: 'mia',
  },
  'review-unit': {
    kind: 'reviewUnit',
    name: words('Qərarlara yenidən baxılma qurumu', 'Unit for reconsidering decisions'),
  },
  'state-shelter': { kind: 'shelter', name: words('Dövlət sığınacağı', 'State Shelter'), parent: 'mia' },
  'assistance-centre': {
    kind: 'assistanceCentre',
    name: words('Qurbanlara Yardım Mərkəzi', 'Victim Assistance Centre'),
    parent: 'mlspp',
  },
  'ngo-nar': { kind: 'ngo', name: words('«Nar Budağı» İctimai Birliyi', 'Nar Budağı public union') },
  'ngo-nar-shelter': {
    kind: 'shelter',
    name: words('«Nar Budağı» sığınacağı', 'Shelter of Nar Budağı'),
    parent: 'ngo-nar',
  },
  'local-executive-baku-nasimi': {
    kind: 'localExecutive',
    name: words('Nəsimi Rayon İcra Hakimiyyəti', 'Nasimi District Executive Authority'),
    district: 'baku-nasimi',
  },
  'local-executive-ganja': {
    kind: 'localExecutive',
    name: words('Gəncə Şəhər İcra Hakimiyyəti', 'Ganja City Executive Authority'),
    district: 'ganja',
  },
  'guardianship-baku-nasimi': {
    kind: 'guardianship',
    name: words('Nəsimi rayonu üzrə qəyyumluq və himayə orqanı', 'Guardianship body of Nasimi district'),
    parent: 'local-executive-baku-nasimi',
    district: 'baku-nasimi',
  },
  'guardianship-ganja': {
    kind: 'guardianship',
    name: words('Gəncə şəhəri üzrə qəyyumluq və himayə orqanı', 'Guardianship body of Ganja'),
    parent: 'local-executive-ganja',
    district: 'ganja',
  },
  'commission-baku-nasimi': {
    kind: 'commission',
    name: words(
      'Nəsimi rayonunun yetkinlik yaşına çatmayanlar üzrə komissiyası',
      'Commission on minors of Nasimi district',
    ),
    parent: 'local-executive-baku-nasimi',
    district: 'baku-nasimi',
  },
  consulate: { kind: 'consulate', name: words('Baş Konsulluq', 'Consulate General'), parent: 'mfa' },
  'migration-service': {
    kind: 'migration',
    name: words('Dövlət Miqrasiya Xidməti', 'State Migration Service'),
  },
  prosecution: {
    kind: 'prosecution',
    name: words('Bakı Şəhər Prokurorluğu', 'Baku City Prosecution Office'),
    parent: 'prosecutor-general',
  },
  clinic: {
    kind: 'health',
    name: words('Nəsimi rayon poliklinikası', 'Nasimi district clinic'),
    parent: 'health',
    district: 'baku-nasimi',
  },
  school: {
    kind: 'education',
    name: words('Nəsimi rayonu, tam orta məktəb', 'Secondary school of Nasimi district'),
    parent: 'education',
    district: 'baku-nasimi',
  },
  'bar-association': { kind: 'legalAid', name: words('Vəkillər Kollegiyası', 'Bar Association') },
  'coordinator-office': {
    kind: 'coordinator',
    name: words('Milli Koordinatorun aparatı', "National Coordinator's office"),
  },
  'ombudsman-office': { kind: 'ombudsman', name: words('Ombudsman aparatı', "Ombudsman's office") },
  administration: { kind: 'administration', name: words('Sistem inzibatçılığı', 'System administration') },
} as const satisfies Record<string, DemoBody>;

export type DemoBodyCode = keyof typeof demoBodies;
