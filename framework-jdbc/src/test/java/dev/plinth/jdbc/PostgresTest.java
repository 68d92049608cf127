package dev.plinth.jdbc;

import dev.plinth.backend.Backend;
import dev.plinth.contract.ActiveRecordContract;
import dev.plinth.contract.AssignedIdContract;
import dev.plinth.contract.AssociationEdgesContract;
import dev.plinth.contract.AssociationSpecificationContract;
import dev.plinth.contract.AuditContract;
import dev.plinth.contract.BasicTypesContract;
import dev.plinth.contract.BatchContract;
import dev.plinth.contract.BatchLoadingContract;
import dev.plinth.contract.ChangeTrackingContract;
import dev.plinth.contract.CollectionSpecificationContract;
import dev.plinth.contract.ComparisonContract;
import dev.plinth.contract.ConcurrencyContract;
import dev.plinth.contract.ConverterContract;
import dev.plinth.contract.CrudRepositoryContract;
import dev.plinth.contract.DetachedContract;
import dev.plinth.contract.ElementCollectionContract;
import dev.plinth.contract.EmbeddableContract;
import dev.plinth.contract.EngineSuite;
import dev.plinth.contract.ErrorContract;
import dev.plinth.contract.FetchPlanContract;
import dev.plinth.contract.FlushContract;
import dev.plinth.contract.FlushPlanContract;
import dev.plinth.contract.GeneratedIdContract;
import dev.plinth.contract.GraphCascadeContract;
import dev.plinth.contract.GraphEdgesContract;
import dev.plinth.contract.GraphFlushContract;
import dev.plinth.contract.GraphIdentityContract;
import dev.plinth.contract.GraphSafetyContract;
import dev.plinth.contract.HierarchyAssociationContract;
import dev.plinth.contract.HierarchyEdgesContract;
import dev.plinth.contract.IdClassContract;
import dev.plinth.contract.IdentityIdContract;
import dev.plinth.contract.IdentityMapContract;
import dev.plinth.contract.JoinedContract;
import dev.plinth.contract.JoinedIdentityContract;
import dev.plinth.contract.JsonContract;
import dev.plinth.contract.LazyCollectionContract;
import dev.plinth.contract.LazyReferenceContract;
import dev.plinth.contract.LoadingContract;
import dev.plinth.contract.LookupContract;
import dev.plinth.contract.MapCollectionContract;
import dev.plinth.contract.MappedSuperclassContract;
import dev.plinth.contract.MappingByCodeContract;
import dev.plinth.contract.MessageContract;
import dev.plinth.contract.OptimisticLockingContract;
import dev.plinth.contract.OrderContract;
import dev.plinth.contract.PlinthContract;
import dev.plinth.contract.PolymorphicReferenceContract;
import dev.plinth.contract.Provocation;
import dev.plinth.contract.ReadOnlyContract;
import dev.plinth.contract.RecordContract;
import dev.plinth.contract.RefContract;
import dev.plinth.contract.ReferenceContract;
import dev.plinth.contract.ReferenceSchemaContract;
import dev.plinth.contract.RepositoryContract;
import dev.plinth.contract.RepositoryScopeContract;
import dev.plinth.contract.SchemaContract;
import dev.plinth.contract.SealedHierarchyContract;
import dev.plinth.contract.ShapesContract;
import dev.plinth.contract.SingleTableContract;
import dev.plinth.contract.SoftDeleteContract;
import dev.plinth.contract.SpecificationErrorContract;
import dev.plinth.contract.SubDocumentContract;
import dev.plinth.contract.SynchronizationContract;
import dev.plinth.contract.TablePerClassContract;
import dev.plinth.contract.TestEngine;
import dev.plinth.contract.TextContract;
import dev.plinth.contract.TransactionContract;
import dev.plinth.contract.TypesContract;
import dev.plinth.contract.UnloadedContract;
import dev.plinth.contract.UnwrittenColumnContract;
import dev.plinth.contract.ValidationContract;
import dev.plinth.contract.ValueLimitsContract;
import dev.plinth.contract.WrittenValueContract;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The contracts, on PostgreSQL. */
final class PostgresTest extends EngineSuite {
    /** A schema of its own for every test. */
    interface OnPostgres extends TestEngine {
        @Override
        default Backend database() {
            return Postgres.backend();
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return Provoking.backend(
                    backend,
                    error,
                    jdbc -> jdbc.pool(
                            pool -> pool.addDataSourceProperty("options", "-c default_transaction_read_only=on")));
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                PostgresPropertiesTest.class,
                PostgresHistoriesTest.class,
                PostgresGraphHistoriesTest.class,
                PostgresWalksTest.class,
                PostgresTypesTest.class);
    }

    @Nested
    final class GraphSafety extends GraphSafetyContract implements OnPostgres {}

    @Nested
    final class GraphEdges extends GraphEdgesContract implements OnPostgres {}

    @Nested
    final class AssociationEdges extends AssociationEdgesContract implements OnPostgres {}

    @Nested
    final class HierarchyEdges extends HierarchyEdgesContract implements OnPostgres {}

    @Nested
    final class PolymorphicReference extends PolymorphicReferenceContract implements OnPostgres {}

    @Nested
    final class Reference extends ReferenceContract implements OnPostgres {}

    @Nested
    final class Lookup extends LookupContract implements OnPostgres {}

    @Nested
    final class MapCollection extends MapCollectionContract implements OnPostgres {}

    @Nested
    final class ReferenceSchema extends ReferenceSchemaContract implements OnPostgres {}

    @Nested
    final class ActiveRecord extends ActiveRecordContract implements OnPostgres {}

    @Nested
    final class AssignedId extends AssignedIdContract implements OnPostgres {}

    @Nested
    final class Audit extends AuditContract implements OnPostgres {}

    @Nested
    final class BasicTypes extends BasicTypesContract implements OnPostgres {}

    @Nested
    final class Batch extends BatchContract implements OnPostgres {}

    @Nested
    final class ChangeTracking extends ChangeTrackingContract implements OnPostgres {}

    @Nested
    final class Concurrency extends ConcurrencyContract implements OnPostgres {}

    @Nested
    final class CrudRepository extends CrudRepositoryContract implements OnPostgres {}

    @Nested
    final class Detached extends DetachedContract implements OnPostgres {}

    @Nested
    final class ElementCollection extends ElementCollectionContract implements OnPostgres {}

    @Nested
    final class Embeddable extends EmbeddableContract implements OnPostgres {}

    @Nested
    final class Error extends ErrorContract implements OnPostgres {}

    @Nested
    final class Flush extends FlushContract implements OnPostgres {}

    @Nested
    final class PlanOfAFlush extends FlushPlanContract implements OnPostgres {}

    @Nested
    final class Loading extends LoadingContract implements OnPostgres {}

    @Nested
    final class LazyCollections extends LazyCollectionContract implements OnPostgres {}

    @Nested
    final class BatchLoading extends BatchLoadingContract implements OnPostgres {}

    @Nested
    final class Shapes extends ShapesContract implements OnPostgres {}

    @Nested
    final class LazyReferences extends LazyReferenceContract implements OnPostgres {}

    @Nested
    final class Holders extends RefContract implements OnPostgres {}

    @Nested
    final class FetchPlans extends FetchPlanContract implements OnPostgres {}

    @Nested
    final class Unloaded extends UnloadedContract implements OnPostgres {}

    @Nested
    final class GraphFlush extends GraphFlushContract implements OnPostgres {}

    @Nested
    final class SubDocument extends SubDocumentContract implements OnPostgres {}

    @Nested
    final class GraphCascade extends GraphCascadeContract implements OnPostgres {}

    @Nested
    final class GraphIdentity extends GraphIdentityContract implements OnPostgres {}

    @Nested
    final class AssociationSpecification extends AssociationSpecificationContract implements OnPostgres {}

    @Nested
    final class GeneratedId extends GeneratedIdContract implements OnPostgres {}

    @Nested
    final class IdentityId extends IdentityIdContract implements OnPostgres {}

    @Nested
    final class IdentityMap extends IdentityMapContract implements OnPostgres {}

    @Nested
    final class OptimisticLocking extends OptimisticLockingContract implements OnPostgres {}

    @Nested
    final class Record extends RecordContract implements OnPostgres {}

    @Nested
    final class Repository extends RepositoryContract implements OnPostgres {}

    @Nested
    final class RepositoryScope extends RepositoryScopeContract implements OnPostgres {}

    @Nested
    final class Schema extends SchemaContract implements OnPostgres {}

    @Nested
    final class SoftDelete extends SoftDeleteContract implements OnPostgres {}

    @Nested
    final class Synchronization extends SynchronizationContract implements OnPostgres {}

    @Nested
    final class Transaction extends TransactionContract implements OnPostgres {}

    @Nested
    final class Types extends TypesContract implements OnPostgres {}

    @Nested
    final class ValueLimits extends ValueLimitsContract implements OnPostgres {}

    @Nested
    final class CollectionSpecification extends CollectionSpecificationContract implements OnPostgres {}

    @Nested
    final class Comparison extends ComparisonContract implements OnPostgres {}

    @Nested
    final class Order extends OrderContract implements OnPostgres {}

    @Nested
    final class SpecificationError extends SpecificationErrorContract implements OnPostgres {}

    @Nested
    final class Text extends TextContract implements OnPostgres {}

    @Nested
    final class Validation extends ValidationContract implements OnPostgres {}

    @Nested
    final class IdClass extends IdClassContract implements OnPostgres {}

    @Nested
    final class UnwrittenColumn extends UnwrittenColumnContract implements OnPostgres {}

    @Nested
    final class WrittenValue extends WrittenValueContract implements OnPostgres {}

    @Nested
    final class ReadOnly extends ReadOnlyContract implements OnPostgres {}

    @Nested
    final class Converter extends ConverterContract implements OnPostgres {}

    @Nested
    final class Json extends JsonContract implements OnPostgres {}

    @Nested
    final class MappingByCode extends MappingByCodeContract implements OnPostgres {}

    @Nested
    final class MappedSuperclass extends MappedSuperclassContract implements OnPostgres {}

    @Nested
    final class SingleTable extends SingleTableContract implements OnPostgres {}

    @Nested
    final class Joined extends JoinedContract implements OnPostgres {}

    @Nested
    final class TablePerClass extends TablePerClassContract implements OnPostgres {}

    @Nested
    final class SealedHierarchy extends SealedHierarchyContract implements OnPostgres {}

    @Nested
    final class HierarchyAssociation extends HierarchyAssociationContract implements OnPostgres {}

    @Nested
    final class JoinedIdentity extends JoinedIdentityContract implements OnPostgres {}

    @Nested
    final class Message extends MessageContract implements OnPostgres {}

    @Nested
    final class Plinth extends PlinthContract implements OnPostgres {}
}
