// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How far a project comes, and what others make of it: stages and what they ask for, releases, transfers, companies.
#include "core/limits.hpp"
#include "core/work/project_founding.hpp"
#include "core/work/project_rules.hpp"

namespace core::project {

Result<void> decide(State const& project, AdvanceStage::Reader advance, Context const& by,
                    Emit& emit) {
  auto const to = advance.getStage();
  bool const commissioners = to == ProjectStage::IMPLEMENTATION &&
                             organisation::represents(by.world, project.commissioner, by.actor);
  if (auto may = ours(project, by); !may && !commissioners) return may;
  if (!project.is_open()) return refuse("project.closed", "project");
  if (project.status == ProjectStatus::PAUSED) return refuse("project.state", "project");
  if (to == project.stage) return {};
  if (to < project.stage) return refuse("project.state", "stage");
  bool const skips = static_cast<int>(to) > static_cast<int>(project.stage) + 1;
  if (skips && (by.role != Role::HUB_ADMIN || advance.getReason().size() == 0))
    return refuse("stage.skipped", "stage", "only hub administration may, with a reason");
  if (auto open = gate(by.world, project, to); !open) return open;
  auto advanced = fact<StageAdvanced>(advance, emit);
  advanced.setFrom(project.stage);
  advanced.setTo(to);
  if (advance.getReason().size() > 0) advanced.setReason(advance.getReason());
  advanced.setMeasure(data_of(project.measure));
  if (!project.second_measure.is_nil()) advanced.setSecondMeasure(data_of(project.second_measure));
  return {};
}

Result<void> decide(State const& project, RevertStage::Reader revert, Context const& by,
                    Emit& emit) {
  if (auto may = at_work(project, by); !may) return may;
  if (revert.getStage() == project.stage) return {};
  if (revert.getStage() == ProjectStage::ABSENT || revert.getStage() > project.stage)
    return refuse("project.state", "stage");
  auto reverted = fact<StageReverted>(revert, emit);
  reverted.setFrom(project.stage);
  reverted.setTo(revert.getStage());
  reverted.setReason(revert.getReason());
  reverted.setError(revert.getError());
  return {};
}

Result<void> decide(State const& project, CommissionImplementation::Reader commission,
                    Context const& by, Emit& emit) {
  auto const organisation = id_from(commission.getOrganisation());
  if (project.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "project");
  if (!organisation::represents(by.world, organisation, by.actor) && !runs_projects(by))
    return refuse("auth.forbidden", "organisation");
  if (!project.is_open()) return refuse("project.closed", "project");
  if (auto may = organisation::may_act(by.world, organisation, "organisation"); !may) return may;
  auto commissioned = fact<ImplementationCommissioned>(commission, emit);
  commissioned.setOrganisation(data_of(organisation::canonical(by.world, organisation)));
  commissioned.setResources(commission.getResources());
  return {};
}

Result<void> decide(State const& project, LinkFollowOn::Reader link, Context const& by,
                    Emit& emit) {
  auto const id = id_from(link.getProject()), successor = id_from(link.getSuccessor());
  if (auto may = ours(project, by); !may) return may;
  auto const next = by.world.project.load(successor);
  if (next.stage == ProjectStage::ABSENT) return refuse("aggregate.not-found", "successor");
  if (next.predecessor == id) return {};
  if (!next.has(by.actor) && !runs_projects(by)) return refuse("project.not-member", "successor");
  if (!next.predecessor.is_nil())
    return refuse("project.state", "successor", "follows on another project");
  if (next.status == ProjectStatus::VOIDED) return refuse("project.closed", "successor");
  if (auto may = may_follow(successor, id, "successor", by); !may) return may;
  auto followed = fact<FollowOnStarted>(link, emit);
  followed.setSuccessor(link.getSuccessor());
  auto named = emit.event_on<PredecessorNamed>(successor);
  named.setProject(link.getSuccessor());
  named.setPredecessor(link.getProject());
  return {};
}

Result<void> decide(State const& project, ReleaseOpenSource::Reader release, Context const& by,
                    Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (auto ready = there(project); !ready) return ready;
  if (project.releases >= limits::releases_max) return refuse("project.limit", "url");
  auto released = fact<OpenSourceReleased>(release, emit);
  released.setUrl(release.getUrl());
  released.setLicence(release.getLicence());
  return {};
}

Result<void> decide(State const& project, OfferTransfer::Reader offer, Context const& by,
                    Emit& emit) {
  if (auto may = ours(project, by); !may) return may;
  if (auto ready = there(project); !ready) return ready;
  if (project.offered) return {};
  auto offered = fact<TransferOffered>(offer, emit);
  if (offer.getTerms().size() > 0) offered.setTerms(offer.getTerms());
  return {};
}

Result<void> decide(State const& project, AdoptTransfer::Reader adopt, Context const&, Emit& emit) {
  auto const municipality = id_from(adopt.getMunicipality());
  if (auto ready = there(project); !ready) return ready;
  if (!project.offered) return refuse("project.state", "project", "it was not offered");
  if (among(project.adopters, municipality)) return {};
  if (project.adopters.size() >= limits::adoptions_max)
    return refuse("project.limit", "municipality");
  auto adopted = fact<TransferAdopted>(adopt, emit);
  adopted.setMunicipality(adopt.getMunicipality());
  adopted.setName(adopt.getName());
  return {};
}

Result<void> decide(State const& project, ProposeCompany::Reader propose, Context const& by,
                    Emit& emit) {
  auto const company = organisation::canonical(by.world, id_from(propose.getCompany()));
  if (auto ready = there(project); !ready) return ready;
  if (!organisation::represents(by.world, company, by.actor))
    return refuse("auth.forbidden", "company");
  if (among(project.companies, company) || among(project.proposed, company)) return {};
  if (project.proposed.size() >= limits::companies_max) return refuse("project.limit", "company");
  fact<CompanyProposed>(propose, emit).setCompany(data_of(company));
  return {};
}

Result<void> decide(State const& project, RecordCompanyFounded::Reader record, Context const&,
                    Emit& emit) {
  auto const company = id_from(record.getCompany());
  if (auto ready = there(project); !ready) return ready;
  if (among(project.companies, company)) return {};
  if (project.companies.size() >= limits::companies_max) return refuse("project.limit", "company");
  auto founded = fact<CompanyFounded>(record, emit);
  founded.setCompany(record.getCompany());
  founded.setName(record.getName());
  return {};
}

}  // namespace core::project
