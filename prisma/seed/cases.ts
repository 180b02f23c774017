import type { SpecialtyCode } from './region.ts';

/** What was asked and answered, per specialty: invented, in the words of the field. */
export type CaseText = {
  question: string;
  diagnoses: { code: string; title: string; certainty: 'G' | 'V' }[];
  findings: string;
  assessment: string;
  recommendation: string;
};

const text = (
  question: string,
  [code, title, certainty]: [string, string, 'G' | 'V'],
  findings: string,
  assessment: string,
  recommendation: string,
): CaseText => ({ question, diagnoses: [{ code, title, certainty }], findings, assessment, recommendation });

export const caseTexts: Record<SpecialtyCode, CaseText[]> = {
  cardiology: [
    text(
      'Zunehmende Belastungsdyspnoe, Ödeme. Medikation anpassen?',
      ['I50.13', 'Linksherzinsuffizienz, NYHA III', 'V'],
      'NYHA III, Beinödeme beidseits, Gewicht +3 kg in einer Woche.',
      'Dekompensierte Herzinsuffizienz, ambulant führbar.',
      'Torasemid verdoppeln, tägliches Gewicht, Kontrolle Kalium und Kreatinin in 5 Tagen.',
    ),
    text(
      'Neu aufgetretenes Vorhofflimmern, Antikoagulation?',
      ['I48.9', 'Vorhofflimmern und Vorhofflattern, nicht näher bezeichnet', 'G'],
      'Frequenz um 95/min, keine Synkopen.',
      'CHA2DS2-VASc 4, Indikation zur Antikoagulation.',
      'DOAK nach Nierenfunktion, Frequenzkontrolle mit Betablocker, Echo in 4 Wochen.',
    ),
  ],
  neurology: [
    text(
      'Rezidivierende Stürze, Gangunsicherheit. Parkinson-Syndrom?',
      ['G20.90', 'Parkinson-Syndrom, nicht näher bezeichnet', 'V'],
      'Kleinschrittiges Gangbild, vermindertes Mitschwingen rechts.',
      'Hypokinetisch-rigides Syndrom wahrscheinlich.',
      'L-Dopa-Test ambulant, Sturzprophylaxe, Vorstellung in der Sprechstunde.',
    ),
  ],
  geriatrics: [
    text(
      'Zunehmende Verwirrtheit seit zwei Tagen. Ursache?',
      ['F05.1', 'Delir bei Demenz', 'V'],
      'Fluktuierend orientiert, kein fokales Defizit in der Videountersuchung.',
      'Hyperaktives Delir, am ehesten bei Harnwegsinfekt.',
      'Urinstatus, Flüssigkeit, anticholinerge Medikation absetzen, Kontrolle morgen.',
    ),
    text(
      'Polypharmazie, zwölf Präparate. Was kann weg?',
      ['Z92.2', 'Dauertherapie mit anderen Arzneimitteln in der Eigenanamnese', 'G'],
      'Medikationsplan durchgesehen.',
      'Drei Präparate ohne aktuelle Indikation.',
      'Pantoprazol ausschleichen, Simvastatin und Ginkgo absetzen.',
    ),
  ],
  dermatology: [
    text(
      'Juckendes Ekzem beider Unterschenkel seit vier Wochen.',
      ['L30.9', 'Dermatitis, nicht näher bezeichnet', 'G'],
      'Erythematöse, schuppende Plaques, keine Superinfektion erkennbar.',
      'Stauungsekzem.',
      'Mometason für 10 Tage, danach Pflege, Kompression.',
    ),
  ],
  palliative: [
    text(
      'Schmerzen nicht ausreichend eingestellt, NRS 7.',
      ['R52.2', 'Sonstiger chronischer Schmerz', 'G'],
      'Durchbruchschmerz vier- bis fünfmal täglich.',
      'Basisdosis zu niedrig.',
      'Basis um 30 % erhöhen, Bedarf ein Sechstel der Tagesdosis, Laxans ergänzen.',
    ),
  ],
  trauma: [
    text(
      'Sturz auf die Hüfte, Belastung schmerzhaft. Röntgen nötig?',
      ['S70.0', 'Prellung der Hüfte', 'V'],
      'Bein nicht verkürzt, Rotation frei, Auftreten möglich.',
      'Kein klinischer Anhalt für eine Fraktur.',
      'Analgesie, Mobilisation, bei Zunahme der Schmerzen Röntgen.',
    ),
  ],
  diabetology: [
    text(
      'Nüchternwerte um 220 mg/dl trotz Metformin. Insulin?',
      ['E11.90', 'Diabetes mellitus, Typ 2, ohne Komplikationen, nicht als entgleist bezeichnet', 'G'],
      'HbA1c 8,9 %, eGFR 62.',
      'Unzureichende Einstellung.',
      'Basalinsulin 10 IE zur Nacht, Titration nach Plan, Schulung.',
    ),
  ],
  wound: [
    text(
      'Ulcus cruris seit drei Monaten ohne Heilungstendenz.',
      ['L97', 'Ulcus cruris, anderenorts nicht klassifiziert', 'G'],
      'Wunde 3 × 4 cm, Fibrinbelag, Wundrand mazeriert.',
      'Venöses Ulcus mit verzögerter Heilung.',
      'Autolytisches Débridement, Hydrofaser, Kompression Klasse II.',
    ),
  ],
  pneumology: [
    text(
      'COPD, dritte Exazerbation in diesem Jahr. Therapie ändern?',
      ['J44.19', 'COPD mit akuter Exazerbation, FEV1 nicht näher bezeichnet', 'G'],
      'SpO2 91 % unter Raumluft, Auswurf unverändert.',
      'Häufige Exazerbationen unter LAMA/LABA.',
      'Erweiterung auf Dreifachtherapie, Inhalationstechnik prüfen.',
    ),
  ],
  psychiatry: [
    text(
      'Nächtliche Unruhe bei Demenz, Rufen. Medikation?',
      ['F03', 'Nicht näher bezeichnete Demenz', 'G'],
      'Tags schläfrig, nachts wach, keine Eigengefährdung.',
      'Umkehr des Schlaf-Wach-Rhythmus.',
      'Tagesstruktur, Melperon auf 19 Uhr vorziehen, keine Benzodiazepine.',
    ),
  ],
};
