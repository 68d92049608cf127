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

/** The contracts, on SQLite. */
final class SqliteTest extends EngineSuite {
    /** A new file for every test. */
    interface OnSqlite extends TestEngine {
        @Override
        default Backend database() {
            return Sqlite.backend();
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return Provoking.backend(
                    backend,
                    error,
                    jdbc -> jdbc.pool(pool -> {
                        pool.addDataSourceProperty("open_mode", "1");
                        pool.setReadOnly(true);
                    }));
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                SqlitePropertiesTest.class,
                SqliteHistoriesTest.class,
                SqliteGraphHistoriesTest.class,
                SqliteWalksTest.class,
                SqliteTypesTest.class);
    }

    @Nested
    final class GraphSafety extends GraphSafetyContract implements OnSqlite {}

    @Nested
    final class GraphEdges extends GraphEdgesContract implements OnSqlite {}

    @Nested
    final class AssociationEdges extends AssociationEdgesContract implements OnSqlite {}

    @Nested
    final class HierarchyEdges extends HierarchyEdgesContract implements OnSqlite {}

    @Nested
    final class PolymorphicReference extends PolymorphicReferenceContract implements OnSqlite {}

    @Nested
    final class Reference extends ReferenceContract implements OnSqlite {}

    @Nested
    final class Lookup extends LookupContract implements OnSqlite {}

    @Nested
    final class MapCollection extends MapCollectionContract implements OnSqlite {}

    @Nested
    final class ReferenceSchema extends ReferenceSchemaContract implements OnSqlite {}

    @Nested
    final class ActiveRecord extends ActiveRecordContract implements OnSqlite {}

    @Nested
    final class AssignedId extends AssignedIdContract implements OnSqlite {}

    @Nested
    final class Audit extends AuditContract implements OnSqlite {}

    @Nested
    final class BasicTypes extends BasicTypesContract implements OnSqlite {}

    @Nested
    final class Batch extends BatchContract implements OnSqlite {}

    @Nested
    final class ChangeTracking extends ChangeTrackingContract implements OnSqlite {}

    @Nested
    final class Concurrency extends ConcurrencyContract implements OnSqlite {}

    @Nested
    final class CrudRepository extends CrudRepositoryContract implements OnSqlite {}

    @Nested
    final class Detached extends DetachedContract implements OnSqlite {}

    @Nested
    final class ElementCollection extends ElementCollectionContract implements OnSqlite {}

    @Nested
    final class Embeddable extends EmbeddableContract implements OnSqlite {}

    @Nested
    final class Error extends ErrorContract implements OnSqlite {}

    @Nested
    final class Flush extends FlushContract implements OnSqlite {}

    @Nested
    final class PlanOfAFlush extends FlushPlanContract implements OnSqlite {}

    @Nested
    final class Loading extends LoadingContract implements OnSqlite {}

    @Nested
    final class LazyCollections extends LazyCollectionContract implements OnSqlite {}

    @Nested
    final class BatchLoading extends BatchLoadingContract implements OnSqlite {}

    @Nested
    final class Shapes extends ShapesContract implements OnSqlite {}

    @Nested
    final class LazyReferences extends LazyReferenceContract implements OnSqlite {}

    @Nested
    final class Holders extends RefContract implements OnSqlite {}

    @Nested
    final class FetchPlans extends FetchPlanContract implements OnSqlite {}

    @Nested
    final class Unloaded extends UnloadedContract implements OnSqlite {}

    @Nested
    final class GraphFlush extends GraphFlushContract implements OnSqlite {}

    @Nested
    final class SubDocument extends SubDocumentContract implements OnSqlite {}

    @Nested
    final class GraphCascade extends GraphCascadeContract implements OnSqlite {}

    @Nested
    final class GraphIdentity extends GraphIdentityContract implements OnSqlite {}

    @Nested
    final class AssociationSpecification extends AssociationSpecificationContract implements OnSqlite {}

    @Nested
    final class GeneratedId extends GeneratedIdContract implements OnSqlite {}

    @Nested
    final class IdentityId extends IdentityIdContract implements OnSqlite {}

    @Nested
    final class IdentityMap extends IdentityMapContract implements OnSqlite {}

    @Nested
    final class OptimisticLocking extends OptimisticLockingContract implements OnSqlite {}

    @Nested
    final class Record extends RecordContract implements OnSqlite {}

    @Nested
    final class Repository extends RepositoryContract implements OnSqlite {}

    @Nested
    final class RepositoryScope extends RepositoryScopeContract implements OnSqlite {}

    @Nested
    final class Schema extends SchemaContract implements OnSqlite {}

    @Nested
    final class SoftDelete extends SoftDeleteContract implements OnSqlite {}

    @Nested
    final class Synchronization extends SynchronizationContract implements OnSqlite {}

    @Nested
    final class Transaction extends TransactionContract implements OnSqlite {}

    @Nested
    final class Types extends TypesContract implements OnSqlite {}

    @Nested
    final class ValueLimits extends ValueLimitsContract implements OnSqlite {}

    @Nested
    final class CollectionSpecification extends CollectionSpecificationContract implements OnSqlite {}

    @Nested
    final class Comparison extends ComparisonContract implements OnSqlite {}

    @Nested
    final class Order extends OrderContract implements OnSqlite {}

    @Nested
    final class SpecificationError extends SpecificationErrorContract implements OnSqlite {}

    @Nested
    final class Text extends TextContract implements OnSqlite {}

    @Nested
    final class Validation extends ValidationContract implements OnSqlite {}

    @Nested
    final class IdClass extends IdClassContract implements OnSqlite {}

    @Nested
    final class UnwrittenColumn extends UnwrittenColumnContract implements OnSqlite {}

    @Nested
    final class WrittenValue extends WrittenValueContract implements OnSqlite {}

    @Nested
    final class ReadOnly extends ReadOnlyContract implements OnSqlite {}

    @Nested
    final class Converter extends ConverterContract implements OnSqlite {}

    @Nested
    final class Json extends JsonContract implements OnSqlite {}

    @Nested
    final class MappingByCode extends MappingByCodeContract implements OnSqlite {}

    @Nested
    final class MappedSuperclass extends MappedSuperclassContract implements OnSqlite {}

    @Nested
    final class SingleTable extends SingleTableContract implements OnSqlite {}

    @Nested
    final class Joined extends JoinedContract implements OnSqlite {}

    @Nested
    final class TablePerClass extends TablePerClassContract implements OnSqlite {}

    @Nested
    final class SealedHierarchy extends SealedHierarchyContract implements OnSqlite {}

    @Nested
    final class HierarchyAssociation extends HierarchyAssociationContract implements OnSqlite {}

    @Nested
    final class JoinedIdentity extends JoinedIdentityContract implements OnSqlite {}

    @Nested
    final class Message extends MessageContract implements OnSqlite {}

    @Nested
    final class Plinth extends PlinthContract implements OnSqlite {}
}
