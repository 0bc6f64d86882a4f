package io.github.cpt76496.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Texts as they stand on claims and speak of no fluoroscopy: visits, laboratory tests, drugs,
 * operations, therapy, supplies, other imaging, and ordinary English. Made of the lists below;
 * the same seed gives the same texts.
 */
final class TextsWithoutFluoroscopy {

  private static final String[] SERVICES = {
    "OFFICE VISIT", "OFFICE/OUTPATIENT VISIT EST LEVEL 4", "NEW PATIENT VISIT LEVEL 3",
    "HOSPITAL DISCHARGE DAY", "EMERGENCY DEPT VISIT", "CONSULTATION", "TELEHEALTH VISIT",
    "VIDEO VISIT FOLLOW UP", "PREVENTIVE VISIT ADULT", "WELL CHILD EXAM", "CRITICAL CARE FIRST HOUR",
    "ROOM AND BOARD SEMI PRIVATE", "OBSERVATION PER HOUR", "NURSING FACILITY CARE SUBSEQUENT",
    "CARE MANAGEMENT 20 MIN", "ADVANCE CARE PLANNING", "MEDICAL RECORDS COPY", "MISSED APPOINTMENT",
    "COMPLETE BLOOD COUNT", "CBC W AUTO DIFF", "BASIC METABOLIC PANEL", "LIPID PANEL",
    "LIVER FUNCTION PANEL", "TSH", "HEMOGLOBIN A1C", "URINALYSIS AUTO W MICRO", "URINE CULTURE",
    "BLOOD CULTURE", "STOOL PCR PANEL GI PATHOGENS", "BILIRUBIN TOTAL", "BILE ACIDS", "LIPASE",
    "PROTHROMBIN TIME", "TROPONIN", "C REACTIVE PROTEIN", "D DIMER", "GLUCOSE BLOOD",
    "COVID 19 PCR", "INFLUENZA A/B ANTIGEN", "STREP THROAT CULTURE", "PAP SMEAR", "HPV TYPING",
    "SURGICAL PATHOLOGY LEVEL IV", "FLOW CYTOMETRY", "SPINAL FLUID PROTEIN", "CSF CELL COUNT",
    "SEMEN ANALYSIS", "DRUG SCREEN", "VITAMIN D 25 OH", "FERRITIN", "PSA", "BRCA GENE TEST",
    "VENIPUNCTURE", "SPECIMEN HANDLING", "BLOOD TYPING ABO", "CROSSMATCH", "PLATELETS LEUKOREDUCED",
    "INJ KETOROLAC 15 MG", "INJECTION DEXAMETHASONE 1 MG", "CEFTRIAXONE 250 MG", "FLUOROURACIL 500 MG",
    "FLUORIDE VARNISH APPLICATION", "FLUORESCEIN STRIP", "CIPROFLOXACIN 400 MG", "INSULIN PER 5 UNITS",
    "VITAMIN B12 INJECTION", "SODIUM CHLORIDE 0.9% 1000 ML", "HEPARIN LOCK FLUSH",
    "CHEMO IV INFUSION 1 HR", "IV PUSH SINGLE DRUG", "HYDRATION IV EACH ADDL HOUR",
    "FLU VACCINE QUADRIVALENT", "TETANUS VACCINE", "IMMUNIZATION ADMIN", "EPINEPHRINE 0.1 MG",
    "PROPOFOL 10 MG", "LIDOCAINE 1%", "MORPHINE 10 MG", "IOHEXOL 300 PER ML", "ALTEPLASE 1 MG",
    "TRIAMCINOLONE 10 MG", "BOTULINUM TOXIN UNIT", "PEGFILGRASTIM 6 MG", "IMMUNE GLOBULIN 500 MG",
    "ALBUTEROL NEBULIZED", "OXYGEN PER HOUR", "ALLERGY INJECTION SINGLE", "METHOTREXATE 5 MG",
    "TOTAL HIP ARTHROPLASTY", "KNEE ARTHROSCOPY MENISCECTOMY", "LAP CHOLECYSTECTOMY",
    "LAPAROSCOPIC APPENDECTOMY", "INGUINAL HERNIA REPAIR", "THYROIDECTOMY TOTAL", "TONSILLECTOMY",
    "CATARACT SURGERY WITH IOL", "COLONOSCOPY WITH BIOPSY", "UPPER GI ENDOSCOPY BIOPSY", "EGD",
    "CESAREAN DELIVERY", "VAGINAL DELIVERY", "HYSTERECTOMY ABDOMINAL", "TUBAL LIGATION",
    "CIRCUMCISION", "VASECTOMY", "CYSTOSCOPY DIAGNOSTIC", "TURP", "RADICAL PROSTATECTOMY",
    "SKIN LESION EXCISION", "LACERATION REPAIR 2.5 CM", "INCISION AND DRAINAGE SIMPLE ABSCESS",
    "DEBRIDEMENT WOUND", "SKIN GRAFT", "CARPAL TUNNEL RELEASE", "ROTATOR CUFF REPAIR",
    "BUNIONECTOMY", "AMPUTATION TOE", "MASTECTOMY PARTIAL", "BREAST BIOPSY STEREOTACTIC",
    "CORONARY ARTERY BYPASS", "VARICOSE VEIN ABLATION", "TYMPANOSTOMY TUBES", "SEPTOPLASTY",
    "SINUS ENDOSCOPY", "MOHS SURGERY STAGE 1", "LUMPECTOMY", "GASTRIC BYPASS", "SPLENECTOMY",
    "ANESTHESIA KNEE", "ANESTHESIA LOWER ABDOMEN", "LABOR EPIDURAL ANESTHESIA", "RECOVERY ROOM HOUR",
    "OPERATING ROOM TIME 30 MIN", "SURGERY LEVEL 3 EACH ADDL 15 MIN", "ASSISTANT SURGEON",
    "PHYSICAL THERAPY EVAL", "THERAPEUTIC EXERCISE 15 MIN", "MANUAL THERAPY", "GAIT TRAINING",
    "SPEECH THERAPY TREATMENT", "SWALLOWING THERAPY TREATMENT", "OCCUPATIONAL THERAPY EVAL",
    "ULTRASOUND THERAPY", "HOT PACK", "ELECTRICAL STIMULATION", "CHIROPRACTIC ADJUSTMENT SPINE 3-4 REGIONS",
    "MASSAGE", "ACUPUNCTURE 1+ NEEDLES", "PSYCHOTHERAPY 45 MIN", "GROUP THERAPY", "CARDIAC REHAB",
    "PULMONARY REHAB", "AUDIOMETRY", "HEARING AID CHECK", "EYE EXAM", "REFRACTION", "VISUAL FIELD",
    "DENTAL CLEANING", "TOOTH EXTRACTION", "HOME HEALTH AIDE", "DIABETES EDUCATION",
    "WHEELCHAIR MANUAL", "CANE", "CRUTCHES", "KNEE BRACE", "LUMBAR ORTHOSIS", "WRIST SPLINT",
    "ANKLE FOOT ORTHOSIS", "SHOULDER SLING", "HIP ABDUCTION PILLOW", "FOLEY CATHETER TRAY",
    "URINARY DRAINAGE BAG", "OSTOMY POUCH DRAINABLE", "SUCTION TUBING", "IV START KIT", "SYRINGE 10 ML",
    "GAUZE PADS", "SURGICAL STAPLER", "SUTURE", "GLOVES STERILE", "FEEDING FORMULA ENTERAL",
    "ENDOTRACHEAL TUBE", "ORAL AIRWAY", "CPAP MASK", "NEBULIZER", "BLOOD GLUCOSE STRIPS", "LANCETS",
    "SCREW CORTICAL 3.5MM", "PLATE LOCKING", "BONE CEMENT", "GUIDE WIRE", "STENT DRUG ELUTING CORONARY",
    "IMPLANT BREAST SILICONE", "PACEMAKER BATTERY", "TROCAR", "DRESSING CENTRAL LINE", "NEEDLE SPINAL 22G",
    "CT HEAD W/O CONTRAST", "CT ABDOMEN PELVIS W CONTRAST", "CT CERVICAL SPINE", "CTA CHEST",
    "MRI BRAIN W/WO CONTRAST", "MRI LUMBAR SPINE", "MR KNEE WO", "MRCP", "US ABDOMEN COMPLETE",
    "US RENAL", "US PELVIC TRANSVAGINAL", "DUPLEX VENOUS LOWER EXTREMITY", "CAROTID DUPLEX",
    "ECHOCARDIOGRAM", "MAMMOGRAM SCREENING", "DEXA BONE DENSITY", "PET CT", "BONE SCAN", "HIDA SCAN",
    "XR CHEST 2 VIEWS", "XR KNEE 3 VIEWS", "XR HIP 2 VIEWS", "XR LUMBAR SPINE 2-3 VIEWS", "X-RAY HAND",
    "XR SHOULDER COMPLETE", "XR WRIST MIN 3 VIEWS", "XR ANKLE 3V", "XR PELVIS 1 VIEW", "KUB",
    "XR ELBOW 2V", "XR FOOT COMPLETE", "XR SINUSES", "XR ABDOMEN 1 VIEW", "EKG 12 LEAD", "EEG",
    "HOLTER MONITOR", "STRESS TEST TREADMILL", "SPIROMETRY", "SLEEP STUDY", "PULSE OXIMETRY",
    "RADIATION TREATMENT DELIVERY", "RADIATION PLANNING", "AMBULANCE BLS MILEAGE", "HEMODIALYSIS TREATMENT",
    "PERITONEAL DIALYSIS TRAINING", "BLOOD TRANSFUSION", "DENTAL X-RAY BITEWING", "PTC INHIBITOR STUDY",
    "PAPILLARY THYROID CARCINOMA PTC", "MULTIPLE SCLEROSIS", "STOCKINGS EMBOLISM", "LAB DRAW FEE"
  };

  private static final String[] TAILS = {
    "", "", "", " LT", " RT", " BILAT", " BIL", " PRO FEE", " TECH", " EACH", " EA ADDL", " LEFT", " RIGHT",
    " PER UNIT", " - NO CHARGE", " REPEAT", " LIMITED", " COMPLETE", " INITIAL", " SUBSEQUENT", " ADULT",
    " PEDS", " STAT", " UNLISTED", " 2 UNITS", " W/O COMPLICATION", " IN OR", " OUTPATIENT"
  };

  private static final String[] WORDS = {
    "the", "patient", "was", "seen", "today", "for", "follow", "up", "of", "and", "with", "without",
    "please", "see", "attached", "letter", "claim", "resubmitted", "corrected", "to", "payer", "on",
    "behalf", "insurance", "policy", "number", "group", "date", "service", "change", "address",
    "check", "enclosed", "balance", "due", "copay", "returned", "mail", "call", "office", "before",
    "study", "protocol", "drug", "inhibitor", "trial", "arm", "control", "left", "right", "leg", "pain",
    "back", "head", "injury", "fall", "at", "home", "work", "school", "car", "accident", "exchange",
    "program", "line", "item", "note", "placed", "order", "removed", "from", "list", "guide", "new",
    "account", "image", "not", "available", "no", "contrast", "between", "two", "visits", "view",
    "time", "hour", "minutes", "or", "other", "reason", "general", "contract", "drainage", "kitchen",
    "flour", "fluid", "intake", "port", "authority", "bill", "total", "amount", "paid", "denied",
    "appeal", "second", "level", "review", "requested", "by", "doctor", "nurse", "family", "member",
    "plan", "year", "benefit", "maximum", "met", "deductible", "coordination", "primary", "secondary",
    "coverage", "effective", "term", "employer", "state", "medicaid", "medicare", "part", "authorization",
    "on", "file", "referral", "dr", "clinic", "north", "south", "street", "cat", "ct", "us", "be", "fl",
    "ca", "ny", "stone", "gall", "bag", "barn", "swallow", "bird", "tube", "station", "channel", "valve",
    "lead", "time", "pressure", "wedge", "shoe", "sinus", "headache", "track", "record", "tract", "land"
  };

  private final Random random;

  TextsWithoutFluoroscopy(long seed) {
    random = new Random(seed);
  }

  List<String> next(int count) {
    List<String> texts = new ArrayList<>(count);
    while (texts.size() < count) {
      texts.add(random.nextInt(5) < 3 ? service() : sentence());
    }
    return texts;
  }

  private String service() {
    String text = one(SERVICES) + one(TAILS);
    if (random.nextInt(6) == 0) {
      text = text + "; " + one(SERVICES);
    }
    if (random.nextInt(4) == 0) {
      text = text.substring(0, Math.min(text.length(), 12 + random.nextInt(24)));
    }
    return random.nextInt(3) == 0 ? text.toLowerCase(Locale.ROOT) : text;
  }

  private String sentence() {
    StringBuilder text = new StringBuilder();
    for (int i = 4 + random.nextInt(10); i > 0; i--) {
      text.append(one(WORDS)).append(' ');
    }
    return text.toString().strip();
  }

  private String one(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
