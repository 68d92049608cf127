package dev.plinth.internal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail, as it is stored.
 *
 * @param id time-ordered
 * @param entity the entity's name
 * @param entityId its id as text; of several columns: their values as a JSON array
 * @param action the name of an {@code AuditAction}
 * @param occurredAt when it was flushed
 * @param actor who did it
 * @param version the version afterwards, as text
 * @param changes the changed properties, as JSON
 */
@Entity(name = "PlinthAudit")
@Table(name = "plinth_audit", indexes = @Index(name = "ix_plinth_audit_entity", columnList = "entity, entity_id"))
public record AuditRow(
        @Id UUID id,
        @Column(nullable = false, length = 100) String entity,
        @Column(nullable = false, length = 500) String entityId,
        @Column(nullable = false, length = 16) String action,
        @Column(nullable = false) Instant occurredAt,
        @Column(length = AuditRow.ACTOR_LENGTH) @Nullable String actor,
        @Column(length = 40) @Nullable String version,

        @Column(nullable = false, length = Integer.MAX_VALUE)
        String changes) {
    static final int ACTOR_LENGTH = 255;
}
