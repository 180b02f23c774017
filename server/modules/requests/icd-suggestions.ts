/**
 * Codes that are often needed between practices, care homes and the departments of the network. This is a list of
 * suggestions with short titles of its own, NOT the catalogue: any well-formed code may be entered, and the titles
 * and codes in force are those of ICD-10-GM of the year (BfArM). One line per code:
 * code | German title | English title | further search words.
 */
export const suggestions = `
I10.00 | Bluthochdruck ohne Krise | Hypertension without crisis | Hypertonie RR
I10.01 | Bluthochdruck mit Krise | Hypertensive crisis | Hypertonie Entgleisung
I11.90 | Hypertensive Herzkrankheit ohne Herzinsuffizienz | Hypertensive heart disease without heart failure |
I20.0 | Instabile Angina pectoris | Unstable angina | ACS
I20.8 | Stabile Angina pectoris | Stable angina |
I21.4 | Herzinfarkt ohne ST-Hebung | Non-ST-elevation myocardial infarction | NSTEMI ACS
I21.9 | Akuter Herzinfarkt, nicht näher bezeichnet | Acute myocardial infarction, unspecified | ACS
I25.13 | Koronare Herzkrankheit, drei Gefäße | Coronary artery disease, three vessels | KHK CAD
I25.19 | Koronare Herzkrankheit, nicht näher bezeichnet | Coronary artery disease, unspecified | KHK CAD
I26.9 | Lungenembolie ohne akutes Cor pulmonale | Pulmonary embolism without acute cor pulmonale | LAE PE
I34.0 | Mitralklappeninsuffizienz | Mitral valve insufficiency |
I35.0 | Aortenklappenstenose | Aortic valve stenosis |
I42.0 | Dilatative Kardiomyopathie | Dilated cardiomyopathy | DCM
I44.2 | AV-Block dritten Grades | Third-degree AV block |
I47.1 | Supraventrikuläre Tachykardie | Supraventricular tachycardia | SVT
I47.2 | Ventrikuläre Tachykardie | Ventricular tachycardia | VT
I48.0 | Vorhofflimmern, paroxysmal | Paroxysmal atrial fibrillation | VHF AF
I48.1 | Vorhofflimmern, persistierend | Persistent atrial fibrillation | VHF AF
I48.2 | Vorhofflimmern, permanent | Permanent atrial fibrillation | VHF AF
I49.9 | Herzrhythmusstörung, nicht näher bezeichnet | Cardiac arrhythmia, unspecified |
I50.01 | Rechtsherzinsuffizienz, sekundär; globale Herzinsuffizienz | Secondary right or global heart failure | CHF
I50.12 | Linksherzinsuffizienz, NYHA II | Left heart failure, NYHA II | CHF
I50.13 | Linksherzinsuffizienz, NYHA III | Left heart failure, NYHA III | CHF
I50.14 | Linksherzinsuffizienz, NYHA IV | Left heart failure, NYHA IV | CHF dekompensiert decompensated
I50.19 | Linksherzinsuffizienz, nicht näher bezeichnet | Left heart failure, unspecified | CHF
I63.9 | Hirninfarkt, nicht näher bezeichnet | Cerebral infarction, unspecified | Schlaganfall stroke Apoplex
I64 | Schlaganfall, nicht als Blutung oder Infarkt bezeichnet | Stroke, not specified as haemorrhage or infarction | Apoplex
I69.3 | Folgen eines Hirninfarkts | Sequelae of cerebral infarction | Schlaganfall stroke
I70.23 | pAVK, Becken-Bein-Typ, mit Ruheschmerz | Peripheral artery disease with rest pain | Fontaine III PAD
I70.24 | pAVK, Becken-Bein-Typ, mit Ulzeration | Peripheral artery disease with ulceration | Fontaine IV PAD Wunde
I70.25 | pAVK, Becken-Bein-Typ, mit Gangrän | Peripheral artery disease with gangrene | Fontaine IV PAD
I70.29 | pAVK, nicht näher bezeichnet | Peripheral artery disease, unspecified | PAD
I80.28 | Tiefe Beinvenenthrombose | Deep vein thrombosis of the leg | TVT DVT
I83.0 | Krampfadern der Beine mit Ulzeration | Varicose veins of the legs with ulcer | Ulcus cruris
I87.20 | Chronische Veneninsuffizienz ohne Ulzeration | Chronic venous insufficiency without ulcer | CVI
I87.21 | Chronische Veneninsuffizienz mit Ulzeration | Chronic venous insufficiency with ulcer | CVI Ulcus cruris
I95.1 | Orthostatische Hypotonie | Orthostatic hypotension |
R00.1 | Bradykardie, nicht näher bezeichnet | Bradycardia, unspecified |
R00.2 | Palpitationen | Palpitations | Herzklopfen
R06.0 | Atemnot | Dyspnoea | Dyspnoe
R07.4 | Brustschmerz, nicht näher bezeichnet | Chest pain, unspecified | Thoraxschmerz
R55 | Synkope und Kollaps | Syncope and collapse | Ohnmacht
R60.0 | Umschriebenes Ödem | Localised oedema | Beinödem
Z92.1 | Dauertherapie mit Gerinnungshemmern | Long-term use of anticoagulants | DOAK Marcumar
Z95.0 | Herzschrittmacher oder Defibrillator vorhanden | Cardiac pacemaker or defibrillator present | ICD
G20.10 | Parkinson mit mäßiger bis schwerer Beeinträchtigung, ohne Fluktuation | Parkinson disease, moderate to severe, no fluctuation |
G20.90 | Parkinson, nicht näher bezeichnet, ohne Fluktuation | Parkinson disease, unspecified, no fluctuation |
G25.0 | Essentieller Tremor | Essential tremor | Zittern
G25.81 | Restless-Legs-Syndrom | Restless legs syndrome | RLS
G30.1 | Alzheimer-Krankheit mit spätem Beginn | Alzheimer disease with late onset | Demenz dementia
G30.9 | Alzheimer-Krankheit, nicht näher bezeichnet | Alzheimer disease, unspecified | Demenz dementia
G40.9 | Epilepsie, nicht näher bezeichnet | Epilepsy, unspecified | Krampfanfall seizure
G43.9 | Migräne, nicht näher bezeichnet | Migraine, unspecified |
G44.2 | Spannungskopfschmerz | Tension-type headache |
G45.99 | Transitorische ischämische Attacke, nicht näher bezeichnet | Transient ischaemic attack, unspecified | TIA Schlaganfall
G47.0 | Ein- und Durchschlafstörung | Insomnia | Schlafstörung
G50.0 | Trigeminusneuralgie | Trigeminal neuralgia |
G51.0 | Periphere Fazialisparese | Bell palsy | Gesichtslähmung
G62.9 | Polyneuropathie, nicht näher bezeichnet | Polyneuropathy, unspecified | PNP
G81.9 | Halbseitenlähmung, nicht näher bezeichnet | Hemiplegia, unspecified | Hemiparese
G12.2 | Motoneuronkrankheit | Motor neuron disease | ALS
R26.3 | Immobilität | Immobility | bettlägerig
R29.6 | Sturzneigung | Tendency to fall | Stürze falls
R40.0 | Somnolenz | Somnolence | Schläfrigkeit
R41.0 | Orientierungsstörung, nicht näher bezeichnet | Disorientation, unspecified | Verwirrtheit confusion
R42 | Schwindel und Taumel | Dizziness and giddiness | Vertigo
R47.0 | Dysphasie und Aphasie | Dysphasia and aphasia | Sprachstörung
R51 | Kopfschmerz | Headache |
R56.8 | Krampfanfall, nicht näher bezeichnet | Seizure, unspecified |
F01.9 | Vaskuläre Demenz, nicht näher bezeichnet | Vascular dementia, unspecified |
F03 | Demenz, nicht näher bezeichnet | Dementia, unspecified |
F05.0 | Delir ohne Demenz | Delirium without dementia | Verwirrtheit confusion
F05.1 | Delir bei Demenz | Delirium superimposed on dementia | Verwirrtheit confusion
F10.2 | Alkoholabhängigkeit | Alcohol dependence |
F32.1 | Mittelgradige depressive Episode | Moderate depressive episode | Depression
F32.9 | Depressive Episode, nicht näher bezeichnet | Depressive episode, unspecified | Depression
F41.9 | Angststörung, nicht näher bezeichnet | Anxiety disorder, unspecified |
F43.2 | Anpassungsstörung | Adjustment disorder |
R13.9 | Schluckstörung, nicht näher bezeichnet | Dysphagia, unspecified | Dysphagie
R15 | Stuhlinkontinenz | Faecal incontinence |
R32 | Harninkontinenz, nicht näher bezeichnet | Urinary incontinence, unspecified |
R33 | Harnverhalt | Urinary retention | Katheter
R53 | Unwohlsein und Ermüdung | Malaise and fatigue | Schwäche Fatigue
R54 | Altersschwäche | Senility | Gebrechlichkeit frailty
R63.0 | Appetitlosigkeit | Loss of appetite | Anorexie
R63.4 | Gewichtsverlust | Abnormal weight loss |
R64 | Kachexie | Cachexia |
E46 | Mangelernährung, nicht näher bezeichnet | Malnutrition, unspecified |
E86 | Flüssigkeitsmangel | Volume depletion | Exsikkose Dehydratation dehydration
E87.1 | Hyponatriämie | Hyponatraemia | Natrium
E87.5 | Hyperkaliämie | Hyperkalaemia | Kalium
E87.6 | Hypokaliämie | Hypokalaemia | Kalium
E10.90 | Diabetes Typ 1 ohne Komplikationen, nicht entgleist | Type 1 diabetes without complications, controlled | Zucker
E10.91 | Diabetes Typ 1 ohne Komplikationen, entgleist | Type 1 diabetes without complications, uncontrolled | Zucker
E11.20 | Diabetes Typ 2 mit Nierenkomplikationen, nicht entgleist | Type 2 diabetes with renal complications, controlled |
E11.40 | Diabetes Typ 2 mit neurologischen Komplikationen, nicht entgleist | Type 2 diabetes with neurological complications, controlled | PNP
E11.74 | Diabetes Typ 2 mit diabetischem Fuß, nicht entgleist | Type 2 diabetes with diabetic foot, controlled | DFS Wunde
E11.75 | Diabetes Typ 2 mit diabetischem Fuß, entgleist | Type 2 diabetes with diabetic foot, uncontrolled | DFS Wunde
E11.90 | Diabetes Typ 2 ohne Komplikationen, nicht entgleist | Type 2 diabetes without complications, controlled | Zucker
E11.91 | Diabetes Typ 2 ohne Komplikationen, entgleist | Type 2 diabetes without complications, uncontrolled | Zucker Hyperglykämie
E16.0 | Unterzuckerung durch Arzneimittel, ohne Koma | Drug-induced hypoglycaemia without coma | Hypoglykämie
E16.2 | Unterzuckerung, nicht näher bezeichnet | Hypoglycaemia, unspecified | Hypoglykämie
E03.9 | Schilddrüsenunterfunktion, nicht näher bezeichnet | Hypothyroidism, unspecified | Hypothyreose
E05.9 | Schilddrüsenüberfunktion, nicht näher bezeichnet | Hyperthyroidism, unspecified | Hyperthyreose
D64.9 | Blutarmut, nicht näher bezeichnet | Anaemia, unspecified | Anämie
A09.0 | Magen-Darm-Infektion | Infectious gastroenteritis | Durchfall diarrhoea
A41.9 | Sepsis, nicht näher bezeichnet | Sepsis, unspecified | Blutvergiftung
A46 | Wundrose | Erysipelas | Erysipel
B02.9 | Gürtelrose ohne Komplikation | Herpes zoster without complication | Zoster
B37.0 | Mundsoor | Oral candidiasis | Candida
B86 | Krätze | Scabies | Skabies
J06.9 | Infekt der oberen Atemwege | Upper respiratory infection | Erkältung
J18.9 | Lungenentzündung, nicht näher bezeichnet | Pneumonia, unspecified | Pneumonie
J20.9 | Akute Bronchitis, nicht näher bezeichnet | Acute bronchitis, unspecified |
J44.09 | COPD mit Infekt der unteren Atemwege, FEV1 nicht bezeichnet | COPD with lower respiratory infection, FEV1 unspecified |
J44.19 | COPD mit akuter Exazerbation, FEV1 nicht bezeichnet | COPD with acute exacerbation, FEV1 unspecified |
J44.99 | COPD, nicht näher bezeichnet | COPD, unspecified |
J45.99 | Asthma, nicht näher bezeichnet | Asthma, unspecified |
J69.0 | Aspirationspneumonie | Aspiration pneumonia |
J90 | Pleuraerguss | Pleural effusion |
U07.1 | COVID-19, Virus nachgewiesen | COVID-19, virus identified | Corona
R05 | Husten | Cough |
R50.9 | Fieber, nicht näher bezeichnet | Fever, unspecified |
K21.0 | Refluxkrankheit mit Ösophagitis | Reflux disease with oesophagitis | Sodbrennen
K56.7 | Ileus, nicht näher bezeichnet | Ileus, unspecified | Darmverschluss
K59.02 | Verstopfung durch Arzneimittel | Drug-induced constipation | Obstipation
K59.09 | Verstopfung, nicht näher bezeichnet | Constipation, unspecified | Obstipation
K92.2 | Magen-Darm-Blutung, nicht näher bezeichnet | Gastrointestinal haemorrhage, unspecified |
R10.4 | Bauchschmerzen, nicht näher bezeichnet | Abdominal pain, unspecified |
R11 | Übelkeit und Erbrechen | Nausea and vomiting |
R18 | Aszites | Ascites | Bauchwasser
N17.99 | Akutes Nierenversagen, nicht näher bezeichnet | Acute kidney failure, unspecified |
N18.3 | Chronische Nierenkrankheit, Stadium 3 | Chronic kidney disease, stage 3 | CKD
N18.4 | Chronische Nierenkrankheit, Stadium 4 | Chronic kidney disease, stage 4 | CKD
N30.0 | Akute Blasenentzündung | Acute cystitis | Zystitis
N39.0 | Harnwegsinfekt | Urinary tract infection | HWI UTI
N40 | Prostatavergrößerung | Prostatic hyperplasia | BPH
C43.9 | Schwarzer Hautkrebs, nicht näher bezeichnet | Malignant melanoma of skin, unspecified | Melanom
C44.3 | Heller Hautkrebs im Gesicht | Other malignant neoplasm of skin of face | Basaliom Spinaliom
C79.5 | Knochenmetastasen | Secondary malignant neoplasm of bone | Metastase
L03.11 | Phlegmone am Bein | Cellulitis of the leg |
L12.0 | Bullöses Pemphigoid | Bullous pemphigoid | Blasen
L20.9 | Neurodermitis, nicht näher bezeichnet | Atopic dermatitis, unspecified | Ekzem
L27.0 | Ausgedehnter Arzneimittelausschlag | Generalised drug eruption | Exanthem
L29.9 | Juckreiz, nicht näher bezeichnet | Pruritus, unspecified |
L30.9 | Ekzem, nicht näher bezeichnet | Dermatitis, unspecified | Hautausschlag
L40.0 | Schuppenflechte | Psoriasis vulgaris |
L50.9 | Nesselsucht, nicht näher bezeichnet | Urticaria, unspecified | Urtikaria
L57.0 | Aktinische Keratose | Actinic keratosis |
L89.14 | Dekubitus, Stadium 2, Kreuzbein | Pressure ulcer, stage 2, sacrum | Druckgeschwür Wunde
L89.24 | Dekubitus, Stadium 3, Kreuzbein | Pressure ulcer, stage 3, sacrum | Druckgeschwür Wunde
L89.34 | Dekubitus, Stadium 4, Kreuzbein | Pressure ulcer, stage 4, sacrum | Druckgeschwür Wunde
L89.17 | Dekubitus, Stadium 2, Ferse | Pressure ulcer, stage 2, heel | Druckgeschwür Wunde
L89.27 | Dekubitus, Stadium 3, Ferse | Pressure ulcer, stage 3, heel | Druckgeschwür Wunde
L97 | Unterschenkelgeschwür | Ulcer of lower limb | Ulcus cruris Wunde
R21 | Hautausschlag, nicht näher bezeichnet | Rash, unspecified | Exanthem
T78.3 | Angioödem | Angioedema | Quincke
T78.4 | Allergie, nicht näher bezeichnet | Allergy, unspecified |
T81.3 | Aufgegangene Operationswunde | Disruption of operation wound | Wunddehiszenz
T81.4 | Infektion nach einem Eingriff | Infection following a procedure | Wundinfektion
Z48.0 | Verbandwechsel und Nahtkontrolle | Attention to dressings and sutures | Wunde Fäden
M16.9 | Hüftgelenksarthrose, nicht näher bezeichnet | Hip arthrosis, unspecified | Koxarthrose
M17.9 | Kniegelenksarthrose, nicht näher bezeichnet | Knee arthrosis, unspecified | Gonarthrose
M54.4 | Lumboischialgie | Lumbago with sciatica | Rückenschmerz
M54.5 | Kreuzschmerz | Low back pain | Rückenschmerz
M81.99 | Osteoporose, nicht näher bezeichnet | Osteoporosis, unspecified |
S00.95 | Prellung des Kopfes | Contusion of head | Sturz
S01.9 | Offene Wunde des Kopfes, nicht näher bezeichnet | Open wound of head, unspecified | Platzwunde Sturz
S06.0 | Gehirnerschütterung | Concussion | SHT Sturz
S06.5 | Traumatische subdurale Blutung | Traumatic subdural haemorrhage | SDH
S22.32 | Rippenfraktur, nicht die erste | Fracture of rib other than first | Rippenbruch Sturz
S32.5 | Schambeinfraktur | Fracture of pubis | Beckenbruch Sturz
S42.20 | Oberarmkopffraktur, Teil nicht näher bezeichnet | Fracture of proximal humerus, unspecified | Humerus Sturz
S52.50 | Distale Radiusfraktur, nicht näher bezeichnet | Distal radius fracture, unspecified | Speiche Handgelenk Sturz
S70.0 | Hüftprellung | Contusion of hip | Sturz
S72.00 | Schenkelhalsfraktur, Teil nicht näher bezeichnet | Femoral neck fracture, unspecified | Oberschenkelhals Sturz
S72.10 | Pertrochantäre Fraktur, nicht näher bezeichnet | Pertrochanteric fracture, unspecified | Oberschenkel Sturz
R52.0 | Akuter Schmerz | Acute pain |
R52.1 | Chronischer unbeeinflussbarer Schmerz | Chronic intractable pain | Tumorschmerz
R52.2 | Sonstiger chronischer Schmerz | Other chronic pain |
Z51.5 | Palliativbehandlung | Palliative care |
Z76.0 | Wiederholungsverordnung | Repeat prescription | Rezept Medikation
T88.7 | Unerwünschte Arzneimittelwirkung, nicht näher bezeichnet | Adverse drug effect, unspecified | Nebenwirkung
`;
