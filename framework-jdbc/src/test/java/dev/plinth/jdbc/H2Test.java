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

/** The contracts, on H2 in memory. */
final class H2Test extends EngineSuite {
    /** A new database for every test. */
    interface OnH2 extends TestEngine {
        @Override
        default Backend database() {
            return JdbcBackend.url(H2.url()).pool(pool -> pool.setMinimumIdle(1));
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return Provoking.backend(backend, error, null);
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                H2PropertiesTest.class,
                H2HistoriesTest.class,
                H2GraphHistoriesTest.class,
                H2WalksTest.class,
                H2TypesTest.class);
    }

    @Nested
    final class GraphSafety extends GraphSafetyContract implements OnH2 {}

    @Nested
    final class GraphEdges extends GraphEdgesContract implements OnH2 {}

    @Nested
    final class AssociationEdges extends AssociationEdgesContract implements OnH2 {}

    @Nested
    final class HierarchyEdges extends HierarchyEdgesContract implements OnH2 {}

    @Nested
    final class PolymorphicReference extends PolymorphicReferenceContract implements OnH2 {}

    @Nested
    final class Reference extends ReferenceContract implements OnH2 {}

    @Nested
    final class Lookup extends LookupContract implements OnH2 {}

    @Nested
    final class MapCollection extends MapCollectionContract implements OnH2 {}

    @Nested
    final class ReferenceSchema extends ReferenceSchemaContract implements OnH2 {}

    @Nested
    final class ActiveRecord extends ActiveRecordContract implements OnH2 {}

    @Nested
    final class AssignedId extends AssignedIdContract implements OnH2 {}

    @Nested
    final class Audit extends AuditContract implements OnH2 {}

    @Nested
    final class BasicTypes extends BasicTypesContract implements OnH2 {}

    @Nested
    final class Batch extends BatchContract implements OnH2 {}

    @Nested
    final class ChangeTracking extends ChangeTrackingContract implements OnH2 {}

    @Nested
    final class Concurrency extends ConcurrencyContract implements OnH2 {}

    @Nested
    final class CrudRepository extends CrudRepositoryContract implements OnH2 {}

    @Nested
    final class Detached extends DetachedContract implements OnH2 {}

    @Nested
    final class ElementCollection extends ElementCollectionContract implements OnH2 {}

    @Nested
    final class Embeddable extends EmbeddableContract implements OnH2 {}

    @Nested
    final class Error extends ErrorContract implements OnH2 {}

    @Nested
    final class Flush extends FlushContract implements OnH2 {}

    @Nested
    final class PlanOfAFlush extends FlushPlanContract implements OnH2 {}

    @Nested
    final class Loading extends LoadingContract implements OnH2 {}

    @Nested
    final class LazyCollections extends LazyCollectionContract implements OnH2 {}

    @Nested
    final class BatchLoading extends BatchLoadingContract implements OnH2 {}

    @Nested
    final class Shapes extends ShapesContract implements OnH2 {}

    @Nested
    final class LazyReferences extends LazyReferenceContract implements OnH2 {}

    @Nested
    final class Holders extends RefContract implements OnH2 {}

    @Nested
    final class FetchPlans extends FetchPlanContract implements OnH2 {}

    @Nested
    final class Unloaded extends UnloadedContract implements OnH2 {}

    @Nested
    final class GraphFlush extends GraphFlushContract implements OnH2 {}

    @Nested
    final class SubDocument extends SubDocumentContract implements OnH2 {}

    @Nested
    final class GraphCascade extends GraphCascadeContract implements OnH2 {}

    @Nested
    final class GraphIdentity extends GraphIdentityContract implements OnH2 {}

    @Nested
    final class AssociationSpecification extends AssociationSpecificationContract implements OnH2 {}

    @Nested
    final class GeneratedId extends GeneratedIdContract implements OnH2 {}

    @Nested
    final class IdentityId extends IdentityIdContract implements OnH2 {}

    @Nested
    final class IdentityMap extends IdentityMapContract implements OnH2 {}

    @Nested
    final class OptimisticLocking extends OptimisticLockingContract implements OnH2 {}

    @Nested
    final class Record extends RecordContract implements OnH2 {}

    @Nested
    final class Repository extends RepositoryContract implements OnH2 {}

    @Nested
    final class RepositoryScope extends RepositoryScopeContract implements OnH2 {}

    @Nested
    final class Schema extends SchemaContract implements OnH2 {}

    @Nested
    final class SoftDelete extends SoftDeleteContract implements OnH2 {}

    @Nested
    final class Synchronization extends SynchronizationContract implements OnH2 {}

    @Nested
    final class Transaction extends TransactionContract implements OnH2 {}

    @Nested
    final class Types extends TypesContract implements OnH2 {}

    @Nested
    final class ValueLimits extends ValueLimitsContract implements OnH2 {}

    @Nested
    final class CollectionSpecification extends CollectionSpecificationContract implements OnH2 {}

    @Nested
    final class Comparison extends ComparisonContract implements OnH2 {}

    @Nested
    final class Order extends OrderContract implements OnH2 {}

    @Nested
    final class SpecificationError extends SpecificationErrorContract implements OnH2 {}

    @Nested
    final class Text extends TextContract implements OnH2 {}

    @Nested
    final class Validation extends ValidationContract implements OnH2 {}

    @Nested
    final class IdClass extends IdClassContract implements OnH2 {}

    @Nested
    final class UnwrittenColumn extends UnwrittenColumnContract implements OnH2 {}

    @Nested
    final class WrittenValue extends WrittenValueContract implements OnH2 {}

    @Nested
    final class ReadOnly extends ReadOnlyContract implements OnH2 {}

    @Nested
    final class Converter extends ConverterContract implements OnH2 {}

    @Nested
    final class Json extends JsonContract implements OnH2 {}

    @Nested
    final class MappingByCode extends MappingByCodeContract implements OnH2 {}

    @Nested
    final class MappedSuperclass extends MappedSuperclassContract implements OnH2 {}

    @Nested
    final class SingleTable extends SingleTableContract implements OnH2 {}

    @Nested
    final class Joined extends JoinedContract implements OnH2 {}

    @Nested
    final class TablePerClass extends TablePerClassContract implements OnH2 {}

    @Nested
    final class SealedHierarchy extends SealedHierarchyContract implements OnH2 {}

    @Nested
    final class HierarchyAssociation extends HierarchyAssociationContract implements OnH2 {}

    @Nested
    final class JoinedIdentity extends JoinedIdentityContract implements OnH2 {}

    @Nested
    final class Message extends MessageContract implements OnH2 {}

    @Nested
    final class Plinth extends PlinthContract implements OnH2 {}
}
