package dev.plinth.memory;

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
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Every contract on the in-memory backend. */
class MemoryContractTest extends EngineSuite {
    interface InMemory extends TestEngine {
        @Override
        default Backend database() {
            return MemoryBackend.create();
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return error == Provocation.LOCK_TIMEOUT ? MemoryBackend.create(Duration.ofMillis(200)) : null;
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                MemoryPropertiesTest.class,
                MemoryHistoriesTest.class,
                MemoryGraphHistoriesTest.class,
                MemoryWalksTest.class,
                MemoryTypesTest.class);
    }

    @Nested
    class GraphSafety extends GraphSafetyContract implements InMemory {}

    @Nested
    class GraphEdges extends GraphEdgesContract implements InMemory {}

    @Nested
    class AssociationEdges extends AssociationEdgesContract implements InMemory {}

    @Nested
    class HierarchyEdges extends HierarchyEdgesContract implements InMemory {}

    @Nested
    class PolymorphicReference extends PolymorphicReferenceContract implements InMemory {}

    @Nested
    class Reference extends ReferenceContract implements InMemory {}

    @Nested
    class Lookup extends LookupContract implements InMemory {}

    @Nested
    class MapCollection extends MapCollectionContract implements InMemory {}

    @Nested
    class ReferenceSchema extends ReferenceSchemaContract implements InMemory {}

    @Nested
    class ActiveRecord extends ActiveRecordContract implements InMemory {}

    @Nested
    class AssignedId extends AssignedIdContract implements InMemory {}

    @Nested
    class Audit extends AuditContract implements InMemory {}

    @Nested
    class BasicTypes extends BasicTypesContract implements InMemory {}

    @Nested
    class Batch extends BatchContract implements InMemory {}

    @Nested
    class ChangeTracking extends ChangeTrackingContract implements InMemory {}

    @Nested
    class CollectionSpecification extends CollectionSpecificationContract implements InMemory {}

    @Nested
    class Comparison extends ComparisonContract implements InMemory {}

    @Nested
    class Concurrency extends ConcurrencyContract implements InMemory {}

    @Nested
    class CrudRepository extends CrudRepositoryContract implements InMemory {}

    @Nested
    class Detached extends DetachedContract implements InMemory {}

    @Nested
    class ElementCollection extends ElementCollectionContract implements InMemory {}

    @Nested
    class Embeddable extends EmbeddableContract implements InMemory {}

    @Nested
    class Error extends ErrorContract implements InMemory {}

    @Nested
    class Flush extends FlushContract implements InMemory {}

    @Nested
    class PlanOfAFlush extends FlushPlanContract implements InMemory {}

    @Nested
    class Loading extends LoadingContract implements InMemory {}

    @Nested
    class LazyCollections extends LazyCollectionContract implements InMemory {}

    @Nested
    class BatchLoading extends BatchLoadingContract implements InMemory {}

    @Nested
    class Shapes extends ShapesContract implements InMemory {}

    @Nested
    class LazyReferences extends LazyReferenceContract implements InMemory {}

    @Nested
    class Holders extends RefContract implements InMemory {}

    @Nested
    class FetchPlans extends FetchPlanContract implements InMemory {}

    @Nested
    class Unloaded extends UnloadedContract implements InMemory {}

    @Nested
    class GraphFlush extends GraphFlushContract implements InMemory {}

    @Nested
    class SubDocument extends SubDocumentContract implements InMemory {}

    @Nested
    class GraphCascade extends GraphCascadeContract implements InMemory {}

    @Nested
    class GraphIdentity extends GraphIdentityContract implements InMemory {}

    @Nested
    class AssociationSpecification extends AssociationSpecificationContract implements InMemory {}

    @Nested
    class GeneratedId extends GeneratedIdContract implements InMemory {}

    @Nested
    class IdentityId extends IdentityIdContract implements InMemory {}

    @Nested
    class IdentityMap extends IdentityMapContract implements InMemory {}

    @Nested
    class OptimisticLocking extends OptimisticLockingContract implements InMemory {}

    @Nested
    class Order extends OrderContract implements InMemory {}

    @Nested
    class Record extends RecordContract implements InMemory {}

    @Nested
    class Repository extends RepositoryContract implements InMemory {}

    @Nested
    class RepositoryScope extends RepositoryScopeContract implements InMemory {}

    @Nested
    class Schema extends SchemaContract implements InMemory {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements InMemory {}

    @Nested
    class SpecificationError extends SpecificationErrorContract implements InMemory {}

    @Nested
    class Synchronization extends SynchronizationContract implements InMemory {}

    @Nested
    class Text extends TextContract implements InMemory {}

    @Nested
    class Transaction extends TransactionContract implements InMemory {}

    @Nested
    class Types extends TypesContract implements InMemory {}

    @Nested
    class ValueLimits extends ValueLimitsContract implements InMemory {}

    @Nested
    class Validation extends ValidationContract implements InMemory {}

    @Nested
    class IdClass extends IdClassContract implements InMemory {}

    @Nested
    class UnwrittenColumn extends UnwrittenColumnContract implements InMemory {}

    @Nested
    class WrittenValue extends WrittenValueContract implements InMemory {}

    @Nested
    class ReadOnly extends ReadOnlyContract implements InMemory {}

    @Nested
    class Converter extends ConverterContract implements InMemory {}

    @Nested
    class Json extends JsonContract implements InMemory {}

    @Nested
    class MappingByCode extends MappingByCodeContract implements InMemory {}

    @Nested
    class MappedSuperclass extends MappedSuperclassContract implements InMemory {}

    @Nested
    class SingleTable extends SingleTableContract implements InMemory {}

    @Nested
    class Joined extends JoinedContract implements InMemory {}

    @Nested
    class TablePerClass extends TablePerClassContract implements InMemory {}

    @Nested
    class SealedHierarchy extends SealedHierarchyContract implements InMemory {}

    @Nested
    class HierarchyAssociation extends HierarchyAssociationContract implements InMemory {}

    @Nested
    class JoinedIdentity extends JoinedIdentityContract implements InMemory {}

    @Nested
    class Message extends MessageContract implements InMemory {}

    @Nested
    class Plinth extends PlinthContract implements InMemory {}
}
