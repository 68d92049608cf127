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

/** The contracts, on MariaDB. */
final class MariaDbTest extends EngineSuite {
    /** A new database for every test. */
    interface OnMariaDb extends TestEngine {
        @Override
        default Backend database() {
            return MariaDb.DATABASES.backend();
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return Provoking.backend(
                    backend,
                    error,
                    jdbc -> jdbc.pool(pool -> pool.setConnectionInitSql("set session transaction read only")));
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                MariaDbPropertiesTest.class,
                MariaDbHistoriesTest.class,
                MariaDbGraphHistoriesTest.class,
                MariaDbWalksTest.class,
                MariaDbTypesTest.class);
    }

    @Nested
    final class GraphSafety extends GraphSafetyContract implements OnMariaDb {}

    @Nested
    final class GraphEdges extends GraphEdgesContract implements OnMariaDb {}

    @Nested
    final class AssociationEdges extends AssociationEdgesContract implements OnMariaDb {}

    @Nested
    final class HierarchyEdges extends HierarchyEdgesContract implements OnMariaDb {}

    @Nested
    final class PolymorphicReference extends PolymorphicReferenceContract implements OnMariaDb {}

    @Nested
    final class Reference extends ReferenceContract implements OnMariaDb {}

    @Nested
    final class Lookup extends LookupContract implements OnMariaDb {}

    @Nested
    final class MapCollection extends MapCollectionContract implements OnMariaDb {}

    @Nested
    final class ReferenceSchema extends ReferenceSchemaContract implements OnMariaDb {}

    @Nested
    final class ActiveRecord extends ActiveRecordContract implements OnMariaDb {}

    @Nested
    final class AssignedId extends AssignedIdContract implements OnMariaDb {}

    @Nested
    final class Audit extends AuditContract implements OnMariaDb {}

    @Nested
    final class BasicTypes extends BasicTypesContract implements OnMariaDb {}

    @Nested
    final class Batch extends BatchContract implements OnMariaDb {}

    @Nested
    final class ChangeTracking extends ChangeTrackingContract implements OnMariaDb {}

    @Nested
    final class Concurrency extends ConcurrencyContract implements OnMariaDb {}

    @Nested
    final class CrudRepository extends CrudRepositoryContract implements OnMariaDb {}

    @Nested
    final class Detached extends DetachedContract implements OnMariaDb {}

    @Nested
    final class ElementCollection extends ElementCollectionContract implements OnMariaDb {}

    @Nested
    final class Embeddable extends EmbeddableContract implements OnMariaDb {}

    @Nested
    final class Error extends ErrorContract implements OnMariaDb {}

    @Nested
    final class Flush extends FlushContract implements OnMariaDb {}

    @Nested
    final class PlanOfAFlush extends FlushPlanContract implements OnMariaDb {}

    @Nested
    final class Loading extends LoadingContract implements OnMariaDb {}

    @Nested
    final class LazyCollections extends LazyCollectionContract implements OnMariaDb {}

    @Nested
    final class BatchLoading extends BatchLoadingContract implements OnMariaDb {}

    @Nested
    final class Shapes extends ShapesContract implements OnMariaDb {}

    @Nested
    final class LazyReferences extends LazyReferenceContract implements OnMariaDb {}

    @Nested
    final class Holders extends RefContract implements OnMariaDb {}

    @Nested
    final class FetchPlans extends FetchPlanContract implements OnMariaDb {}

    @Nested
    final class Unloaded extends UnloadedContract implements OnMariaDb {}

    @Nested
    final class GraphFlush extends GraphFlushContract implements OnMariaDb {}

    @Nested
    final class SubDocument extends SubDocumentContract implements OnMariaDb {}

    @Nested
    final class GraphCascade extends GraphCascadeContract implements OnMariaDb {}

    @Nested
    final class GraphIdentity extends GraphIdentityContract implements OnMariaDb {}

    @Nested
    final class AssociationSpecification extends AssociationSpecificationContract implements OnMariaDb {}

    @Nested
    final class GeneratedId extends GeneratedIdContract implements OnMariaDb {}

    @Nested
    final class IdentityId extends IdentityIdContract implements OnMariaDb {}

    @Nested
    final class IdentityMap extends IdentityMapContract implements OnMariaDb {}

    @Nested
    final class OptimisticLocking extends OptimisticLockingContract implements OnMariaDb {}

    @Nested
    final class Record extends RecordContract implements OnMariaDb {}

    @Nested
    final class Repository extends RepositoryContract implements OnMariaDb {}

    @Nested
    final class RepositoryScope extends RepositoryScopeContract implements OnMariaDb {}

    @Nested
    final class Schema extends SchemaContract implements OnMariaDb {}

    @Nested
    final class SoftDelete extends SoftDeleteContract implements OnMariaDb {}

    @Nested
    final class Synchronization extends SynchronizationContract implements OnMariaDb {}

    @Nested
    final class Transaction extends TransactionContract implements OnMariaDb {}

    @Nested
    final class Types extends TypesContract implements OnMariaDb {}

    @Nested
    final class ValueLimits extends ValueLimitsContract implements OnMariaDb {}

    @Nested
    final class CollectionSpecification extends CollectionSpecificationContract implements OnMariaDb {}

    @Nested
    final class Comparison extends ComparisonContract implements OnMariaDb {}

    @Nested
    final class Order extends OrderContract implements OnMariaDb {}

    @Nested
    final class SpecificationError extends SpecificationErrorContract implements OnMariaDb {}

    @Nested
    final class Text extends TextContract implements OnMariaDb {}

    @Nested
    final class Validation extends ValidationContract implements OnMariaDb {}

    @Nested
    final class IdClass extends IdClassContract implements OnMariaDb {}

    @Nested
    final class UnwrittenColumn extends UnwrittenColumnContract implements OnMariaDb {}

    @Nested
    final class WrittenValue extends WrittenValueContract implements OnMariaDb {}

    @Nested
    final class ReadOnly extends ReadOnlyContract implements OnMariaDb {}

    @Nested
    final class Converter extends ConverterContract implements OnMariaDb {}

    @Nested
    final class Json extends JsonContract implements OnMariaDb {}

    @Nested
    final class MappingByCode extends MappingByCodeContract implements OnMariaDb {}

    @Nested
    final class MappedSuperclass extends MappedSuperclassContract implements OnMariaDb {}

    @Nested
    final class SingleTable extends SingleTableContract implements OnMariaDb {}

    @Nested
    final class Joined extends JoinedContract implements OnMariaDb {}

    @Nested
    final class TablePerClass extends TablePerClassContract implements OnMariaDb {}

    @Nested
    final class SealedHierarchy extends SealedHierarchyContract implements OnMariaDb {}

    @Nested
    final class HierarchyAssociation extends HierarchyAssociationContract implements OnMariaDb {}

    @Nested
    final class JoinedIdentity extends JoinedIdentityContract implements OnMariaDb {}

    @Nested
    final class Message extends MessageContract implements OnMariaDb {}

    @Nested
    final class Plinth extends PlinthContract implements OnMariaDb {}
}
