package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever the schema keeps about a demand is in the copy of its person's data, or left out
 * knowingly.
 */
class SubjectFileTablesTest {
  /** Where the copy tells what a table holds. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("demand", "demand"),
          Map.entry("household_member", "demand"),
          Map.entry("monthly_resource", "demand"),
          Map.entry("wished_location", "demand"),
          Map.entry("wished_type", "demand"),
          Map.entry("demand_event", "demand"),
          Map.entry("demand_merge", "merged"),
          Map.entry("handicap_complement", "complement"),
          Map.entry("supporting_document", "documents"),
          Map.entry("letter", "letters"),
          Map.entry("letter_copy", "letters"),
          Map.entry("priority_label", "labels"),
          Map.entry("demand_score", "scores"),
          Map.entry("proposal", "candidacies"),
          Map.entry("item_candidate", "candidacies"),
          Map.entry("item_message", "candidacies"),
          Map.entry("lease", "candidacies"),
          Map.entry("remote_vote", "withheld"),
          Map.entry("journal_entry", "readings"));

  /** What is left out, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("candidate_wish", "the demand itself once more, to be searched by"),
          Map.entry("quality_look", "what rules find in the demand itself, until it changes"),
          Map.entry("observed_demand", "the demand itself once more, to be counted"),
          Map.entry("observed_active", "the part of it that stands"),
          Map.entry(
              "observed_change", "that it changed, by its number alone; forgotten in two days"),
          Map.entry("observed_left", "the part of it that has left the file"),
          Map.entry("person_name", "its names once more, to be searched by"),
          Map.entry("paper_received", "the day a paper was handed over is an event"),
          Map.entry("demand_draft", "typing of one agent that was never stored; forgotten soon"),
          Map.entry("duplicate_member", "a likeness that nobody judged would tell of the other"),
          Map.entry("not_same_person", "would tell of the other person"),
          Map.entry("lease_release", "how to put a proposal back, until its lease is final"),
          Map.entry("proposal_notice", "tells a landlord of what is an event of the demand"),
          Map.entry(
              "job_run_item", "that a job did it, or is to try again: what it did is an event"),
          Map.entry("idempotent_answer", "that a system sent the same twice"),
          Map.entry("planted_duplicate", "a demonstration's own answer sheet"),
          Map.entry("erasure_proof", "what is left when there is nothing to copy any more"));

  @Test
  void GDPR_15_everyTableAboutADemandIsInTheCopyOrLeftOutKnowingly() {
    Set<String> known = new TreeSet<>(TOLD.keySet());
    known.addAll(LEFT_OUT.keySet());
    assertThat(aboutDemands()).isEqualTo(known);
    assertThat(Arrays.stream(SubjectFile.class.getRecordComponents()).map(RecordComponent::getName))
        .containsAll(TOLD.values());
  }

  /**
   * The tables whose rows belong to a demand, over however many keys, or that name its number; and
   * what members say of candidates, which belongs to a dwelling.
   */
  private static Set<String> aboutDemands() {
    return Reads.over(TestDatabase.empty())
        .withHandle(
            handle ->
                new TreeSet<>(
                    handle
                        .createQuery(
                            """
                            with recursive about (oid) as (
                              select 'demand'::regclass::oid
                              union
                              select k.conrelid from about a join pg_constraint k on k.confrelid = a.oid and k.contype = 'f')
                            select oid::regclass::text from about
                            union
                            select c.table_name from information_schema.columns c
                            join information_schema.tables t using (table_schema, table_name)
                            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                              and c.column_name in ('unique_number', 'unique_numbers', 'demand_id')
                            union
                            select 'item_message'
                            """)
                        .mapTo(String.class)
                        .list()));
  }
}
