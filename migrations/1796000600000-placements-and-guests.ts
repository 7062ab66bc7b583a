import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a pupil goes after the vmbo and who guides him there, and who comes to teach as a guest. Rows of a pupil carry the
 * home school, as everywhere; a row of an SLB'er also the receiving school of its placement, so that it cannot disagree.
 */
export class PlacementsAndGuests1796000600000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table pupil add column erased_at timestamptz;
      -- Few among many, and asked with every row of a school: who left or was erased.
      create index pupil_gone_idx on pupil (id) where left_on is not null or erased_at is not null;

      create table placement (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        to_school_id uuid not null,
        opleiding_id uuid not null,
        application_id uuid,
        starts_on date not null,
        ended_on date,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint placement_pkey primary key (id),
        constraint placement_id_pupil_id_to_school_id_key unique (id, pupil_id, to_school_id)
      );
      create index placement_pupil_id_idx on placement (pupil_id);
      create index placement_to_school_id_idx on placement (to_school_id);
      create unique index placement_pupil_id_to_school_id_idx on placement (pupil_id, to_school_id) where ended_on is null;

      create table slb_assignment (
        id uuid not null,
        placement_id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        to_school_id uuid not null,
        person_id uuid not null,
        valid_from date not null,
        valid_until date,
        recorded_by uuid not null,
        constraint slb_assignment_pkey primary key (id)
      );
      create index slb_assignment_placement_id_idx on slb_assignment (placement_id);
      create index slb_assignment_pupil_id_idx on slb_assignment (pupil_id);
      create index slb_assignment_person_id_idx on slb_assignment (person_id);

      create table guest_assignment (
        id uuid not null,
        group_id uuid not null,
        school_id uuid not null,
        person_id uuid not null,
        guest_school_id uuid not null,
        valid_from date not null,
        valid_until date not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint guest_assignment_pkey primary key (id)
      );
      create index guest_assignment_group_id_idx on guest_assignment (group_id);
      create index guest_assignment_person_id_idx on guest_assignment (person_id);

      alter table placement add constraint placement_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table placement add constraint placement_to_school_id_fkey foreign key (to_school_id) references school(id);
      alter table placement add constraint placement_opleiding_id_to_school_id_fkey foreign key (opleiding_id, to_school_id) references opleiding(id,school_id);
      alter table placement add constraint placement_application_id_fkey foreign key (application_id) references application(id);
      alter table slb_assignment add constraint slb_assignment_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table slb_assignment add constraint slb_assignment_placement_id_pupil_id_to_school_id_fkey
        foreign key (placement_id, pupil_id, to_school_id) references placement(id,pupil_id,to_school_id);
      alter table slb_assignment add constraint slb_assignment_person_id_fkey foreign key (person_id) references person(id);
      alter table guest_assignment add constraint guest_assignment_group_id_school_id_fkey foreign key (group_id, school_id) references pupil_group(id,school_id);
      alter table guest_assignment add constraint guest_assignment_person_id_fkey foreign key (person_id) references person(id);
      alter table guest_assignment add constraint guest_assignment_guest_school_id_fkey foreign key (guest_school_id) references school(id);

      -- One SLB'er at a time, whoever writes it. The row of the placement is the lock: of two who name one at once the second
      -- sees what the first wrote. A period that ends before it begins was called off.
      create function one_slb() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform 1 from public.placement p where p.id = new.placement_id for update;
        if exists (select 1 from public.slb_assignment o where o.placement_id = new.placement_id and o.id <> new.id
             and coalesce(o.valid_until, 'infinity') >= o.valid_from and coalesce(new.valid_until, 'infinity') >= new.valid_from
             and o.valid_from <= coalesce(new.valid_until, 'infinity') and new.valid_from <= coalesce(o.valid_until, 'infinity'))
          then raise exclusion_violation; end if;
        return new;
      end $$;
      revoke execute on function one_slb() from public;
      create trigger one_slb before insert or update on slb_assignment for each row execute function one_slb();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table slb_assignment; drop table placement; drop table guest_assignment; drop function one_slb();
      drop index pupil_gone_idx;
      alter table pupil drop column erased_at`);
  }
}
