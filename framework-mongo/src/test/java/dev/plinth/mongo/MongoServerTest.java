package dev.plinth.mongo;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** Every contract on a MongoDB server with transactions, where there is one. */
@OnGivenServer
@DisplayName("MongoDB with transactions")
class MongoServerTest extends EngineSuite {
    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                MongoServerPropertiesTest.class,
                MongoServerHistoriesTest.class,
                MongoServerGraphHistoriesTest.class,
                MongoServerWalksTest.class,
                MongoServerTypesTest.class);
    }

    interface OnServer extends TestEngine {
        @Override
        default Backend database() {
            return TestServer.GIVEN.backendOfItsOwn();
        }

        // a client has as many connections as it needs, and waits for no lock
        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return error == Provocation.STATEMENT_TIMEOUT
                    ? ((MongoBackend) backend).statementTimeout(Duration.ofMillis(5))
                    : null;
        }
    }

    @Nested
    class GraphSafety extends GraphSafetyContract implements OnServer {}

    @Nested
    class GraphEdges extends GraphEdgesContract implements OnServer {}

    @Nested
    class AssociationEdges extends AssociationEdgesContract implements OnServer {}

    @Nested
    class HierarchyEdges extends HierarchyEdgesContract implements OnServer {}

    @Nested
    class PolymorphicReference extends PolymorphicReferenceContract implements OnServer {}

    @Nested
    class Reference extends ReferenceContract implements OnServer {}

    @Nested
    class Lookup extends LookupContract implements OnServer {}

    @Nested
    class MapCollection extends MapCollectionContract implements OnServer {}

    @Nested
    class ReferenceSchema extends ReferenceSchemaContract implements OnServer {}

    @Nested
    class ActiveRecord extends ActiveRecordContract implements OnServer {}

    @Nested
    class AssignedId extends AssignedIdContract implements OnServer {}

    @Nested
    class Audit extends AuditContract implements OnServer {}

    @Nested
    class BasicTypes extends BasicTypesContract implements OnServer {}

    @Nested
    class Batch extends BatchContract implements OnServer {}

    @Nested
    class ChangeTracking extends ChangeTrackingContract implements OnServer {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnServer {}

    @Nested
    class CrudRepository extends CrudRepositoryContract implements OnServer {}

    @Nested
    class Detached extends DetachedContract implements OnServer {}

    @Nested
    class ElementCollection extends ElementCollectionContract implements OnServer {}

    @Nested
    class Embeddable extends EmbeddableContract implements OnServer {}

    @Nested
    class Error extends ErrorContract implements OnServer {}

    @Nested
    class Flush extends FlushContract implements OnServer {}

    @Nested
    class PlanOfAFlush extends FlushPlanContract implements OnServer {}

    @Nested
    class Loading extends LoadingContract implements OnServer {}

    @Nested
    class LazyCollections extends LazyCollectionContract implements OnServer {}

    @Nested
    class BatchLoading extends BatchLoadingContract implements OnServer {}

    @Nested
    class Shapes extends ShapesContract implements OnServer {}

    @Nested
    class LazyReferences extends LazyReferenceContract implements OnServer {}

    @Nested
    class Holders extends RefContract implements OnServer {}

    @Nested
    class FetchPlans extends FetchPlanContract implements OnServer {}

    @Nested
    class Unloaded extends UnloadedContract implements OnServer {}

    @Nested
    class GraphFlush extends GraphFlushContract implements OnServer {}

    @Nested
    class SubDocument extends SubDocumentContract implements OnServer {}

    @Nested
    class GraphCascade extends GraphCascadeContract implements OnServer {}

    @Nested
    class GraphIdentity extends GraphIdentityContract implements OnServer {}

    @Nested
    class AssociationSpecification extends AssociationSpecificationContract implements OnServer {}

    @Nested
    class GeneratedId extends GeneratedIdContract implements OnServer {}

    @Nested
    class IdentityId extends IdentityIdContract implements OnServer {}

    @Nested
    class IdentityMap extends IdentityMapContract implements OnServer {}

    @Nested
    class OptimisticLocking extends OptimisticLockingContract implements OnServer {}

    @Nested
    class Record extends RecordContract implements OnServer {}

    @Nested
    class Repository extends RepositoryContract implements OnServer {}

    @Nested
    class RepositoryScope extends RepositoryScopeContract implements OnServer {}

    @Nested
    class Schema extends SchemaContract implements OnServer {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnServer {}

    @Nested
    class Synchronization extends SynchronizationContract implements OnServer {}

    @Nested
    class Transaction extends TransactionContract implements OnServer {}

    @Nested
    class Types extends TypesContract implements OnServer {}

    @Nested
    class ValueLimits extends ValueLimitsContract implements OnServer {}

    @Nested
    class CollectionSpecification extends CollectionSpecificationContract implements OnServer {}

    @Nested
    class Comparison extends ComparisonContract implements OnServer {}

    @Nested
    class Order extends OrderContract implements OnServer {}

    @Nested
    class SpecificationError extends SpecificationErrorContract implements OnServer {}

    @Nested
    class Text extends TextContract implements OnServer {}

    @Nested
    class Validation extends ValidationContract implements OnServer {}

    @Nested
    class IdClass extends IdClassContract implements OnServer {}

    @Nested
    class UnwrittenColumn extends UnwrittenColumnContract implements OnServer {}

    @Nested
    class WrittenValue extends WrittenValueContract implements OnServer {}

    @Nested
    class ReadOnly extends ReadOnlyContract implements OnServer {}

    @Nested
    class Converter extends ConverterContract implements OnServer {}

    @Nested
    class Json extends JsonContract implements OnServer {}

    @Nested
    class MappingByCode extends MappingByCodeContract implements OnServer {}

    @Nested
    class MappedSuperclass extends MappedSuperclassContract implements OnServer {}

    @Nested
    class SingleTable extends SingleTableContract implements OnServer {}

    @Nested
    class Joined extends JoinedContract implements OnServer {}

    @Nested
    class TablePerClass extends TablePerClassContract implements OnServer {}

    @Nested
    class SealedHierarchy extends SealedHierarchyContract implements OnServer {}

    @Nested
    class HierarchyAssociation extends HierarchyAssociationContract implements OnServer {}

    @Nested
    class JoinedIdentity extends JoinedIdentityContract implements OnServer {}

    @Nested
    class Message extends MessageContract implements OnServer {}

    @Nested
    class Plinth extends PlinthContract implements OnServer {}
}
