package io.github.cpt76496;

/** A document, statement or claim element that a payer can ask for. */
public enum DocumentationItem {
  /**
   * Statement that no Category I, Category III or HCPCS code describes the service, and which were
   * ruled out.
   */
  CODE_SELECTION_RATIONALE,
  /**
   * Short description of the service on the claim itself (SV101-7, SV202-7, NTE, Item 19, FL 80).
   */
  CLAIM_NARRATIVE_DESCRIPTION,
  /** Narrative element: how it was performed. */
  NARRATIVE_TECHNIQUE,
  /** Narrative element: anatomic site. */
  NARRATIVE_BODY_AREA,
  /** Narrative element: why it was performed. */
  NARRATIVE_REASON,
  /** Narrative element: how many times or where repeated. */
  NARRATIVE_INSTANCE_COUNT,
  /** Narrative element: provider's list price (CGS). */
  NARRATIVE_PROVIDER_PRICE,
  /** Letter or report with nature, extent, need, time, effort and equipment. */
  SPECIAL_REPORT,
  /** Time, effort and equipment, when asked for separately. */
  TIME_EFFORT_EQUIPMENT,
  /** Number of times the service was provided, in the record. */
  SERVICE_COUNT,
  /** Whether it was done independently of other services or through the same site. */
  SITE_INDEPENDENCE_STATEMENT,
  /** Operative or procedure report. */
  PROCEDURE_REPORT,
  /** Signed written interpretation of the fluoroscopic imaging. */
  IMAGING_REPORT,
  /** Any other records supporting the service. */
  CLINICAL_RECORDS,
  /** Ordering practitioner's notes supporting need. */
  REFERRING_CLINICAL_NOTES,
  /** Signed order or evidence of intent to order. */
  RADIOLOGY_ORDER,
  /** Explicit statement of need and linked diagnoses. */
  MEDICAL_NECESSITY_STATEMENT,
  /** Comparable listed code with reasons and suggested value. */
  COMPARABLE_CODE,
  /** Itemized charges. */
  ITEMIZED_BILL,
  /** Make, model and manufacturer of device or supply. */
  DEVICE_IDENTIFICATION,
  /** Purchase invoice for device or supply. */
  DEVICE_SUPPLY_INVOICE,
  /** Intraoperative implant record. */
  IMPLANT_LOG,
  /** Circulating-nurse or procedural nursing notes. */
  NURSING_RECORD,
  /** NDC of a separately billed drug (not for 76496 itself). */
  DRUG_NDC,
  /** Approval number obtained before service (includes TAR). */
  PRIOR_AUTHORIZATION,
  /** Voluntary pre-service review outcome. */
  PREDETERMINATION,
  /** 26, TC or none, consistent with setting. */
  COMPONENT_MODIFIER,
  /** Units equal one on the unlisted line. */
  SINGLE_UNIT,
  /** Evidence of the supervision level required for the technical component. */
  SUPERVISION_RECORD,
  /** Teaching physician's participation in a resident's interpretation. */
  TEACHING_PARTICIPATION_NOTE,
  /** Authenticated report or record. */
  PHYSICIAN_SIGNATURE,
  /** PWK segment and control number linking the attachment. */
  PWK_ATTACHMENT_CONTROL,
  /** MAC fax/mail/esMD cover sheet. */
  ATTACHMENT_COVER_SHEET,
  /** Payer's own form for routing records. */
  PAYER_ROUTING_FORM,
  /** Relevant text circled or underlined. */
  MARKED_PORTION,
  /** Primary payer's payment explanation when secondary. */
  PRIMARY_PAYER_EOB,
  /** Documentation sent through the appeal channel. */
  APPEAL_PACKET,
  /** Cumulative air kerma, kerma-area product or similar, in the report. */
  RADIATION_DOSE_INDEX,
  /** Fluoroscopy time and number of images. */
  FLUORO_TIME_AND_IMAGE_COUNT,
  /** Images archived and retrievable. */
  PERMANENT_IMAGES
}
