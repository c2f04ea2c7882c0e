import { m } from './generated/paraglide/messages.js'

/** What codes of the API are called. */
export const labels = {
  function: {
    POLITIRAAD: m.function_politiraad,
    STYRINGSGRUPPE: m.function_styringsgruppe,
    KOORDINERINGSGRUPPE: m.function_koordineringsgruppe,
    ARBEIDSGRUPPE: m.function_arbeidsgruppe,
    UNGDOMSTEAM: m.function_ungdomsteam,
    PROSJEKTGRUPPE: m.function_prosjektgruppe,
    BEREDSKAPSGRUPPE: m.function_beredskapsgruppe,
    KJERNEGRUPPE: m.function_kjernegruppe,
    DIALOGFORUM: m.function_dialogforum,
    GRENSEGRUPPE: m.function_grensegruppe,
    NETTVERK: m.function_nettverk,
    OTHER: m.function_other,
  },
  duty: {
    LEADS: m.duty_leads,
    DEPUTISES: m.duty_deputises,
    CHAIRS_MEETINGS: m.duty_chairs_meetings,
    SECRETARY: m.duty_secretary,
    SECRETARIAT: m.duty_secretariat,
    CONVENES: m.duty_convenes,
  },
  attachment: {
    BY_AGREEMENT: m.attachment_by_agreement,
    MEMBER: m.attachment_member,
    STANDING_INVITATION: m.attachment_standing_invitation,
    ON_DEMAND: m.attachment_on_demand,
    GUEST: m.attachment_guest,
  },
  role: { MEMBER: m.role_member, LEADER: m.role_leader, COORDINATOR: m.role_coordinator, OPERATOR: m.role_operator },
  realisation: {
    OWN_MEETINGS: m.realisation_own_meetings,
    THROUGH_OTHER: m.realisation_through_other,
    NOT_OPERATIVE: m.realisation_not_operative,
  },
  visibility: { PUBLIC: m.visibility_public, NEIGHBOURS: m.visibility_neighbours, INTERNAL: m.visibility_internal },
  areaKind: { BYOMRAADE: m.area_kind_byomraade, BYDEL: m.area_kind_bydel, OTHER: m.area_kind_other },
  arenaState: { WISHED: m.state_wished, ESTABLISHED: m.state_established, ENDED: m.state_ended },
  schedule: { ON_SCHEDULE: m.schedule_on_schedule, BEHIND: m.schedule_behind, CANNOT_TELL: m.schedule_cannot_tell },
  meetingStatus: {
    PLANNED: m.status_planned,
    HELD: m.status_held,
    MOVED: m.status_moved,
    CANCELLED: m.status_cancelled,
  },
  searchKind: {
    Municipality: m.kind_municipality,
    Area: m.kind_area,
    Body: m.kind_body,
    Organisation: m.kind_organisation,
  },
}
